// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.Demo;
import io.shakebook.cli.LocalFault;
import io.shakebook.embedded.EmbeddedCluster;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.planning.Mistakes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Serves, shows and resets the embedded clusters of an inventory. */
public final class EngineDemo implements Demo {
    private final Machine machine;

    public EngineDemo(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Served serve(String inventory) throws Mistakes, LocalFault {
        Inventories.Opened opened = open(inventory);
        EmbeddedFolders folders = folders(inventory, opened);
        try {
            Map<String, URI> urls = new LinkedHashMap<>();
            for (ClusterEntry cluster : embedded(opened)) {
                EmbeddedCluster running = folders.open(cluster);
                if (!running.serving()) {
                    folders.close();
                    throw servedAlready(cluster, running, folders.root().resolve("kubeconfig"));
                }
                urls.put(cluster.name(), running.url());
            }
            Path kubeconfig = folders.root().resolve("kubeconfig");
            Files.writeString(kubeconfig, Kubeconfig.of(urls));
            return new Serving(kubeconfig, states(opened, folders, false), folders);
        } catch (IOException e) {
            folders.close();
            throw fault(e);
        }
    }

    @Override
    public List<State> status(String inventory) throws Mistakes, LocalFault {
        Inventories.Opened opened = open(inventory);
        try (EmbeddedFolders folders = folders(inventory, opened)) {
            return states(opened, folders, true);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    @Override
    public List<String> reset(String inventory) throws Mistakes, LocalFault {
        Inventories.Opened opened = open(inventory);
        List<String> names = new ArrayList<>();
        try (EmbeddedFolders folders = folders(inventory, opened)) {
            for (ClusterEntry cluster : embedded(opened)) {
                EmbeddedCluster.reset(folders.folder(cluster.name()));
                names.add(cluster.name());
            }
            return names;
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private Inventories.Opened open(String inventory) throws Mistakes, LocalFault {
        Inventories.Opened opened = new Inventories(machine, new ModuleJars(machine).catalog()).open(inventory);
        if (embedded(opened).isEmpty()) {
            throw new LocalFault(
                    "the inventory \"" + opened.inventory().name() + "\" has no embedded cluster",
                    "name an inventory with one, such as inventories/demo");
        }
        return opened;
    }

    private EmbeddedFolders folders(String inventory, Inventories.Opened opened) {
        return new EmbeddedFolders(machine, opened.inventory().name(), opened.home(), opened.tree());
    }

    private static List<ClusterEntry> embedded(Inventories.Opened opened) {
        return opened.inventory().clusters().values().stream()
                .filter(cluster -> cluster.access() instanceof ClusterEntry.Embedded)
                .toList();
    }

    /** @param others whether only what another process serves counts as served: ours ends with the command */
    private static List<State> states(Inventories.Opened opened, EmbeddedFolders folders, boolean others)
            throws IOException {
        List<State> states = new ArrayList<>();
        for (ClusterEntry cluster : embedded(opened)) {
            EmbeddedCluster running = folders.open(cluster);
            states.add(new State(
                    cluster.name(),
                    others && running.serving() ? "" : running.url().toString(),
                    folders.folder(cluster.name()),
                    ObjectCounts.of(running.url())));
        }
        return states;
    }

    private static LocalFault servedAlready(ClusterEntry cluster, EmbeddedCluster running, Path kubeconfig) {
        String remedy = Files.exists(kubeconfig)
                ? "use it with kubectl --kubeconfig '" + kubeconfig + "', or end that process first"
                : "wait until that process has ended, and serve again";
        return new LocalFault(
                "the embedded cluster \"" + cluster.name() + "\" is already served by another process, at "
                        + running.url(),
                remedy);
    }

    private static LocalFault fault(IOException e) throws Mistakes {
        if (e instanceof SeedFile.Wrong seed) {
            throw new Mistakes(seed.diagnostics());
        }
        return new LocalFault(String.valueOf(e.getMessage()), "");
    }

    /** Served until it is closed. */
    private record Serving(Path kubeconfig, List<State> clusters, EmbeddedFolders folders) implements Served {
        @Override
        public void close() {
            folders.close();
        }
    }
}
