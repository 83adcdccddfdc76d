// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.InventoryDraft;
import io.shakebook.cli.InventoryDraft.Cluster;
import io.shakebook.cli.InventoryStart;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.kubernetes.KubernetesClusters;
import io.shakebook.kubernetes.kubeconfig.ContextAccess;
import io.shakebook.kubernetes.kubeconfig.Unusable;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.wiring.Lookout.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Drafts inventories from contexts, with what the clusters say of themselves. */
public final class EngineStart implements InventoryStart {
    private final Machine machine;

    public EngineStart(Machine machine) {
        this.machine = machine;
    }

    @Override
    public InventoryDraft draft(Request request) throws Mistakes, LocalFault {
        if (request.folder().isPresent()) {
            refuseExisting(file(request.folder().get()));
        }
        Optional<String> kubeconfig = request.kubeconfig().map(this::asWritten);
        Map<String, ClusterEntry> entries = new LinkedHashMap<>();
        ClusterNames.of(request.contexts())
                .forEach((name, context) -> entries.put(name, entry(name, context, kubeconfig)));
        Map<String, String> servers = servers(entries);
        EntryStubs stubs = new EntryStubs(new ModuleJars(machine).catalog());
        return new InventoryDraft(
                request.folder().map(EngineStart::name).orElse("my-inventory"),
                clusters(entries, servers),
                stubs.of(List.copyOf(entries.keySet())));
    }

    private List<Cluster> clusters(Map<String, ClusterEntry> entries, Map<String, String> servers)
            throws Mistakes, LocalFault {
        try (KubernetesClusters clusters =
                new Connections(machine).open(entries.values(), EngineStart::none, machine.folder(), Lookout.SHORT)) {
            List<Answer<SiteFacts>> answers =
                    Lookout.ask(List.copyOf(entries.keySet()), name -> SiteFacts.of(name, clusters));
            List<Cluster> drafted = new ArrayList<>();
            for (Answer<SiteFacts> answer : answers) {
                ClusterEntry.Kubeconfig access = access(entries, answer.cluster());
                SiteFacts facts = answer.given().orElseGet(() -> SiteFacts.unknown(answer.why()));
                drafted.add(new Cluster(
                        answer.cluster(),
                        access.path(),
                        access.context(),
                        String.valueOf(servers.get(answer.cluster())),
                        facts.identity(),
                        facts.node(),
                        facts.missing()));
            }
            return drafted;
        }
    }

    /** Where each context leads. @throws Mistakes with all contexts that cannot be used */
    private Map<String, String> servers(Map<String, ClusterEntry> entries) throws Mistakes, LocalFault {
        ContextAccess contexts =
                new ContextAccess(new Connections(machine).surroundings(machine.folder()), machine.clock());
        Map<String, String> servers = new LinkedHashMap<>();
        List<Diagnostic> mistakes = new ArrayList<>();
        for (String name : entries.keySet()) {
            try {
                servers.put(name, contexts.server(access(entries, name)));
            } catch (Unusable e) {
                mistakes.add(Diagnostic.error(
                        "unusable-context", e.why(), "name a context that there is: kubectl config get-contexts"));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new Mistakes(mistakes);
        }
        return servers;
    }

    private static ClusterEntry.Kubeconfig access(Map<String, ClusterEntry> entries, String name) {
        return (ClusterEntry.Kubeconfig)
                Objects.requireNonNull(entries.get(name)).access();
    }

    private static ClusterEntry entry(String name, String context, Optional<String> kubeconfig) {
        return new ClusterEntry(
                name,
                new ClusterEntry.Kubeconfig(kubeconfig, context, Optional.empty(), Optional.empty()),
                Optional.empty(),
                4);
    }

    /** What is relative was typed here, while an inventory means its own folder by it. */
    private String asWritten(String typed) {
        Path file = typed.startsWith("~/")
                ? machine.home().resolve(typed.substring(2))
                : machine.folder().resolve(typed).normalize();
        return file.startsWith(machine.home()) && !file.equals(machine.home())
                ? "~/" + machine.home().relativize(file)
                : file.toString();
    }

    private static URI none(ClusterEntry cluster) throws IOException {
        throw new IOException("\"" + cluster.name() + "\" is not embedded");
    }

    private static String name(String folder) {
        Path last = Path.of(folder).toAbsolutePath().normalize().getFileName();
        return last == null ? "my-inventory" : last.toString();
    }

    private Path file(String folder) {
        return machine.folder().resolve(folder).resolve(InventoryParser.FILE);
    }

    private static void refuseExisting(Path file) throws LocalFault {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new LocalFault(
                    "there is an inventory already: " + file, "name another folder with -o, or leave -o out to see it");
        }
    }

    @Override
    public Path save(String folder, String text) throws LocalFault {
        Path file = file(folder);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file);
            write(file, text);
            return file;
        } catch (FileAlreadyExistsException e) {
            refuseExisting(file);
            throw new LocalFault("the folder of " + file + " cannot be made", "name another folder with -o");
        } catch (IOException e) {
            throw new LocalFault(file + " cannot be written: " + e.getMessage(), "name another folder with -o");
        }
    }

    /** Half a file would keep the next try from writing a whole one. */
    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
