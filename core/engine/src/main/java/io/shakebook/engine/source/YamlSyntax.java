// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says a syntax error of the YAML parser in words that a person can act on, at the place where the mistake is. */
final class YamlSyntax {

    private YamlSyntax() {}

    static void report(MarkedYAMLException wrong, Optional<Mark> open, SourceText source, Problems problems) {
        Mark problem = Optional.ofNullable(wrong.getProblemMark()).orElse(wrong.getContextMark());
        Mark mark = problem == null ? new Mark("", 0, 0, 0, new int[0], 0) : problem;
        Mark context = Optional.ofNullable(wrong.getContextMark()).orElse(mark);
        String what = String.valueOf(wrong.getProblem());
        String around = String.valueOf(wrong.getContext());
        String line = source.slice(mark.getLine(), 0, Integer.MAX_VALUE);
        int tab =
                line.substring(0, line.length() - line.stripLeading().length()).indexOf('\t');
        Mark opened = open.orElse(context);
        if (what.contains("(TAB)")) {
            problems.error(
                    "tab", "a tab cannot stand here", source.at(mark.getLine(), mark.getColumn(), 1), "use spaces");
        } else if (tab >= 0) {
            problems.error("tab", "the line is indented by a tab", source.at(mark.getLine(), tab, 1), "use spaces");
        } else if (around.contains("quoted scalar")) {
            quoted(what, mark, context, source, problems);
        } else if (afterDollar(source, mark)) {
            problems.error(
                    "expression-in-flow",
                    "${…} cannot stand inside of [ ] or { }",
                    source.at(mark.getLine(), mark.getColumn() - 1, 2),
                    "write the list or map in block style, one line for each value");
        } else if (around.contains("flow")) {
            problems.error(
                    "unclosed-bracket",
                    "what opens here is not closed as it should be",
                    source.at(opened.getLine(), opened.getColumn(), 1),
                    "close it, put commas between its values, or quote a text that starts with a bracket");
        } else {
            other(what, mark, source, problems);
        }
    }

    private static void quoted(String what, Mark mark, Mark context, SourceText source, Problems problems) {
        if (what.contains("end of stream") || what.contains("document separator")) {
            problems.error(
                    "unclosed-quote",
                    "the quote that opens here is not closed",
                    source.at(context.getLine(), context.getColumn(), 1),
                    "close the quote");
        } else {
            int backslash = mark.getColumn() - 1;
            boolean before = backslash >= 0
                    && source.slice(mark.getLine(), backslash, mark.getColumn()).equals("\\");
            problems.error(
                    "wrong-escape",
                    "this escape is not known in double quotes",
                    source.at(mark.getLine(), before ? backslash : mark.getColumn(), before ? 2 : 1),
                    "write \\\\ for a backslash, or use single quotes");
        }
    }

    private static boolean afterDollar(SourceText source, Mark mark) {
        return mark.getColumn() > 0
                && source.slice(mark.getLine(), mark.getColumn() - 1, mark.getColumn() + 1)
                        .equals("${");
    }

    private static void other(String what, Mark mark, SourceText source, Problems problems) {
        var at = source.at(mark.getLine(), mark.getColumn(), 1);
        if (what.contains("expected <block end>")) {
            problems.error(
                    "indentation",
                    "the indentation does not fit the lines above",
                    at,
                    "align it with the other keys or items of its map or list");
        } else if (what.contains("mapping values are not allowed")) {
            problems.error(
                    "yaml-syntax",
                    "a \":\" cannot stand here",
                    at,
                    "quote a text that holds \": \", or check the indentation");
        } else if (what.contains("could not find expected ':'")) {
            problems.error(
                    "yaml-syntax",
                    "the line before has no \": \" after its key",
                    source.at(Math.max(0, mark.getLine() - 1), 0, 1),
                    "write \"key: value\"");
        } else if (what.contains("cannot start any token")) {
            problems.error("yaml-syntax", "a text cannot start with this character", at, "quote the text");
        } else {
            problems.error("yaml-syntax", "this is not YAML: " + what, at, "check quotes, brackets and indentation");
        }
    }
}
