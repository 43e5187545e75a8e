package dev.bide.verify.compile;

import java.io.OutputStream;
import java.net.URI;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Lets a compiler write its classes, and forgets them. */
final class DiscardingFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    DiscardingFiles(StandardJavaFileManager files) {
        super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return new Discarded(className, kind);
    }

    private static final class Discarded extends SimpleJavaFileObject {
        Discarded(String className, Kind kind) {
            super(URI.create("discarded:///" + className.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }
}
