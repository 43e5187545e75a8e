package dev.bide.verify.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for names in a piece of text in code font, and for those among them that exist nowhere. */
final class CodeFont {
    /** Commands, options, files, variables of the environment, other people's languages, and plain words. */
    private static final Pattern OTHER =
            Pattern.compile("\\./.*|-.*|.*\\.(java|md|svg|png|txt|dot|mmd|csv)\\b.*|[A-Z]+_[A-Z]+|[A-Z_]+=\\w+"
                    + "|(dask|client|mvn|java|javac|dev|opens|bide)\\b.*|[a-z@][\\w :.-]*");

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern MEMBER = Pattern.compile("(?<![\\w.])([A-Z]\\w*)(?:<[^(]*?>)?(?:\\.|::)(\\w+)");
    private static final Pattern CALL = Pattern.compile("(?:\\b([A-Z]\\w*)\\.|(new ))?(?<!\\w)(\\w+)\\(");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.:])[A-Z]\\w*");
    private static final Pattern TYPE_VARIABLE = Pattern.compile("[A-Z]\\d?");

    private final Api api;

    CodeFont(Api api) {
        this.api = api;
    }

    /** The names that do not exist. */
    List<String> unknown(String code) {
        List<String> unknown = new ArrayList<>();
        if (OTHER.matcher(code).matches()) {
            return unknown;
        }
        String text = TEXT.matcher(code).replaceAll("0");
        for (Matcher type = TYPE.matcher(text); type.find(); ) {
            if (!known(type.group())) {
                unknown.add(type.group());
            }
        }
        for (Matcher member = MEMBER.matcher(text); member.find(); ) {
            String name = member.group(2);
            if (api.type(member.group(1))
                    .filter(type -> !api.member(type, name))
                    .isPresent()) {
                unknown.add(member.group());
            }
        }
        for (Matcher call = CALL.matcher(text); call.find(); ) {
            if (!known(call, text)) {
                unknown.add(call.group() + "..)");
            }
        }
        return unknown;
    }

    private boolean known(String type) {
        return TYPE_VARIABLE.matcher(type).matches()
                || api.constant(type)
                || api.type(type).isPresent();
    }

    private boolean known(Matcher call, String text) {
        if (call.group(2) != null) {
            return true;
        }
        int arguments = arguments(text, call.end());
        String name = call.group(3);
        return call.group(1) == null
                ? api.method(name, arguments)
                : api.type(call.group(1))
                        .filter(type -> api.method(type, name, arguments))
                        .isPresent();
    }

    /** How many arguments stand from here to the closing bracket; -1 if the page leaves them open with two dots. */
    private static int arguments(String text, int from) {
        int depth = 1;
        int commas = 0;
        int at = from;
        for (; at < text.length() && depth > 0; at++) {
            char c = text.charAt(at);
            depth += "([{<".indexOf(c) >= 0
                    ? 1
                    : ")]}".indexOf(c) >= 0 || c == '>' && text.charAt(at - 1) != '-' ? -1 : 0;
            commas += c == ',' && depth == 1 ? 1 : 0;
        }
        String inside = text.substring(from, Math.max(from, at - 1));
        if (inside.contains("..")) {
            return -1;
        }
        return inside.isBlank() ? 0 : commas + 1;
    }
}
