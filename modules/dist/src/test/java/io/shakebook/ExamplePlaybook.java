// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.Kebab;
import io.shakebook.spi.Example;
import io.shakebook.spi.InventoryType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a playbook around an example, which says no more than its step or fact. */
final class ExamplePlaybook {
    private static final Pattern ARGUMENT = Pattern.compile("(?m)^\\s*([a-z-]+): \\$\\{([a-z-]+)}$");

    private final Catalog catalog;
    private final DemoEntries demo;

    ExamplePlaybook(Catalog catalog, DemoEntries demo) {
        this.catalog = catalog;
        this.demo = demo;
    }

    String step(Example example, Class<? extends Record> args) {
        return head(parameters(example, args)) + """
                phases:
                  - name: show
                    steps:
                      - name: example
                """ + example.yaml().indent(8);
    }

    /** A fact that nobody uses is read as well. */
    String fact(Example example, Class<? extends Record> args) {
        return head(parameters(example, args))
                + "facts:\n  example:\n" + example.yaml().indent(4) + """
                phases:
                  - name: show
                    steps:
                      - name: example
                        cluster: site-a
                        confirm: Is it read?
                """;
    }

    /** One that asks about an entry of the inventory. */
    static String entry(String type, String name) {
        return head(Map.of("entry", parameter(type, name))) + """
                phases:
                  - name: show
                    steps:
                      - name: example
                        cluster: site-a
                        confirm: Is ${entry.name} right?
                """;
    }

    private static String head(Map<String, String> parameters) {
        StringBuilder head = new StringBuilder("playbook: shown/example\nsummary: An example.\n");
        if (!parameters.isEmpty()) {
            head.append("parameters:\n");
            parameters.forEach((name, text) ->
                    head.append("  ").append(name).append(": ").append(text).append('\n'));
        }
        return head.toString();
    }

    private static String parameter(String type, String entry) {
        return "{ type: " + type + ", default: " + entry + ", doc: \"Of the example\" }";
    }

    /**
     * The example leaves its parameters to the reader; their types are those of the arguments that they are given to. The
     * first parameter of a type is the first of the demo, the second the second.
     */
    private Map<String, String> parameters(Example example, Class<? extends Record> args) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, Integer> taken = new LinkedHashMap<>();
        Matcher arguments = ARGUMENT.matcher(example.yaml());
        while (arguments.find()) {
            for (RecordComponent component : args.getRecordComponents()) {
                if (Kebab.of(component.getName()).equals(arguments.group(1))) {
                    String parameter = arguments.group(2);
                    catalog.typeOf(component.getType())
                            .map(InventoryType::name)
                            .ifPresent(type -> parameters.computeIfAbsent(
                                    parameter,
                                    name -> parameter(
                                            type, demo.names(type).get(taken.merge(type, 1, Integer::sum) - 1))));
                }
            }
        }
        return parameters;
    }
}
