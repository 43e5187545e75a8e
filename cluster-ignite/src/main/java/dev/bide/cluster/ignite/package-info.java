/**
 * A scheduler over the nodes of an Apache Ignite 2 cluster. The driver is a node of the cluster, too; workers have nothing of
 * Bide installed: its code and the code of tasks come from the driver by Ignite's peer class loading.
 */
@NullMarked
package dev.bide.cluster.ignite;

import org.jspecify.annotations.NullMarked;
