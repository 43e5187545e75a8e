package dev.bide.verify.architecture;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes names and comments apart. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

    private static final String TEXT_BLOCK = "\"\"\"[\\s\\S]*?\"\"\"";
    private static final String STRING = "\"(?:\\\\.|[^\"\\\\\n])*+\"";
    private static final String CHARACTER = "'(?:\\\\.|[^'\\\\\n])*+'";
    private static final String COMMENT = "//[^\n]*+|/\\*[\\s\\S]*?\\*/";

    /** Literals are matched only so that what looks like a comment in them is passed over. */
    private static final Pattern COMMENT_OR_LITERAL =
            Pattern.compile(String.join("|", TEXT_BLOCK, STRING, CHARACTER, COMMENT));

    private Words() {}

    /** The words of a name, in lower case: {@code peakOfLive} has {@code peak}, {@code of} and {@code live}. */
    static List<String> of(CharSequence name) {
        return WORD.matcher(name)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Where a pattern matches in the comments of a source text. */
    static List<MatchResult> inComments(Pattern pattern, String text) {
        StringBuilder comments = new StringBuilder(" ".repeat(text.length()));
        COMMENT_OR_LITERAL
                .matcher(text)
                .results()
                .filter(match -> match.group().startsWith("/"))
                .forEach(comment -> comments.replace(comment.start(), comment.end(), comment.group()));
        return pattern.matcher(comments).results().toList();
    }
}
