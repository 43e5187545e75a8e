package dev.bide.verify.compile;

import java.nio.file.Path;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What a compiler has against a line of a file; the message names types without their packages. */
record CompileError(String file, long line, String message) {
    static CompileError of(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String file =
                source == null ? "" : Path.of(source.toUri()).getFileName().toString();
        String message = diagnostic.getMessage(Locale.ENGLISH).replaceAll("\\b([a-z]\\w*\\.)+(?=[A-Z])", "");
        return new CompileError(file, diagnostic.getLineNumber(), message);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
