package dev.bide.verify.architecture;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source text for the parser, under a path that names it. */
final class SourceText extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    SourceText(String path, String text) {
        super(URI.create("text:///" + path), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    @Override
    public String getName() {
        return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
