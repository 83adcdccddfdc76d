// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.report.Console;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. Only the one that was called is made, since each costs time at the start. */
public final class Verbs {
    private static final int NARROWEST_HELP = 60;
    private static final String PROGRAM = "shakebook";
    private static final String COMPLETION = "generate-completion";
    private final Console console;
    private final Map<String, Supplier<Object>> verbs;

    /** A command whose words for completion are found out; that costs time, so it is asked for a completion script alone. */
    interface Completing {

        /** @param self this command as the command line library holds it */
        void complete(CommandLine self);
    }

    /** @param verbs by name, in the order of the help; each makes a command with picocli's annotations */
    public Verbs(Console console, Map<String, Supplier<Object>> verbs) {
        this.console = console;
        this.verbs = new LinkedHashMap<>(verbs);
    }

    /** Carries out one command and returns its exit code. Never throws. */
    public int run(String... typed) {
        leaveOutWhatNoOptionNeeds();
        String[] arguments = asWeHaveIt(typed);
        try {
            Supplier<Object> verb = arguments.length == 0 ? null : verbs.get(arguments[0]);
            CommandLine line = verb == null ? all(arguments) : one(arguments[0], verb.get());
            settle(line, List.of(arguments));
            return line.execute(verb == null ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (RuntimeException bug) {
            return new Failures(console).exit(bug, List.of(arguments)).number();
        }
    }

    /** {@code help plan}, as other tools have it, is {@code plan --help}; who misspells a command is told so. */
    private String[] asWeHaveIt(String... typed) {
        if (typed.length == 0 || !typed[0].equals("help")) {
            return typed;
        }
        List<String> arguments = new ArrayList<>(List.of(typed).subList(1, typed.length));
        if (arguments.isEmpty() || verbs.containsKey(arguments.get(0))) {
            arguments.add("--help");
        }
        return arguments.toArray(String[]::new);
    }

    /**
     * Picocli would look for Groovy, which opens every jar, and for types of dates and databases: a tenth of a command's time.
     * Options are texts, numbers, switches and words of a list.
     */
    private static void leaveOutWhatNoOptionNeeds() {
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java.*");
    }

    /** Named as if it stood below the others, which are not made. */
    private static CommandLine one(String name, Object verb) {
        return new CommandLine(verb).setCommandName(PROGRAM + " " + name);
    }

    private CommandLine all(String... arguments) {
        CommandLine root = new CommandLine(new Root());
        verbs.forEach((name, verb) -> root.addSubcommand(name, verb.get()));
        root.addSubcommand(COMPLETION, new CommandLine(new AutoComplete.GenerateCompletion()));
        if (arguments.length > 0 && arguments[0].equals(COMPLETION)) {
            root.getSubcommands().values().forEach(Verbs::complete);
        }
        return root;
    }

    private static void complete(CommandLine verb) {
        if (verb.getCommand() instanceof Completing completing) {
            completing.complete(verb);
        }
    }

    private void settle(CommandLine root, List<String> arguments) {
        Failures failures = new Failures(console);
        root.setExecutionStrategy(new Hushing(console));
        root.setExecutionExceptionHandler(failures);
        root.setParameterExceptionHandler(failures);
        root.setColorScheme(CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF));
        root.setOut(new ConsoleWriter(console::result));
        root.setErr(new ConsoleWriter(console::note));
        root.setCaseInsensitiveEnumValuesAllowed(false);
        root.setAbbreviatedOptionsAllowed(false);
        if (arguments.contains("--help") || arguments.contains("-h")) {
            root.setUsageHelpWidth(Math.max(NARROWEST_HELP, console.screen().width())); // asks the terminal
        }
    }

    /** Nothing but the options that every command line has. */
    @Command(
            name = PROGRAM,
            description = "Runs operations playbooks over named Kubernetes clusters: plan, review, run.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Examples:",
                "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo    # what would change?",
                "  shakebook run playbooks/my-playbook.yaml -i inventories/demo     # plan, ask, carry out",
                "  shakebook clusters -i inventories/demo                           # who answers?",
                "  shakebook modules show service                                   # what can a step say?",
                "",
                "Exit codes: 0 done, 1 failed, 2 changes pending, 3 failed part-way, 4 stale plan, 5 locked,",
                "6 refused, 7 paused, 64 usage, 65 mistakes in files, 69 cluster unreachable, 70 bug,",
                "74 local file, 130 interrupted.",
                ""
            })
    static final class Root implements Runnable {
        @Spec
        CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Mixin
        CommonOptions common = new CommonOptions();

        @Option(
                names = {"-V", "--version"},
                description = "Print the version.")
        boolean version;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "no command is given");
        }
    }
}
