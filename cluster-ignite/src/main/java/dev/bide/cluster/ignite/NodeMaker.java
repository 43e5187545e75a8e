package dev.bide.cluster.ignite;

import dev.bide.remote.worker.Inbox;
import dev.bide.remote.worker.Link;
import dev.bide.remote.worker.WorkerNode;
import dev.bide.remote.worker.WorkerSettings;

/** Makes what runs tasks. Workers are told makers by the names of their classes. */
final class NodeMaker implements Inbox.Maker {
    @Override
    public Inbox make(WorkerSettings settings, Link link) {
        return new WorkerNode(settings, link);
    }
}
