package dev.bide.remote.codec;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The places in the code that functions have come from, by their bytes. Safe from any thread. */
final class Sites {
    /** Damaged bytes shall not fill the memory. */
    private static final int MOST = 10_000;

    private final ClassLoader loader;
    private final Map<String, Site> known = new ConcurrentHashMap<>();

    Sites(ClassLoader loader) {
        this.loader = loader;
    }

    Site at(byte[] bytes, int from, int length) throws ReflectiveOperationException {
        String form = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        Site site = known.get(form);
        if (site == null) {
            site = Site.read(bytes, from, length, loader);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(form, site);
        }
        return site;
    }
}
