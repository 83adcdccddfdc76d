// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.Carrier;
import io.shakebook.cli.Conditions;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Mandate;
import io.shakebook.cli.PlanFiles;
import io.shakebook.cli.Planned;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.plan.Digest;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.engine.plan.Unusable;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.Readable;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.git.GitAddress;
import io.shakebook.kubernetes.Deadlines;
import io.shakebook.kubernetes.KubernetesClusters;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plan files, and the clusters that they name: the plan itself says how each is reached. */
public final class EnginePlanFiles implements PlanFiles {
    private final Machine machine;

    public EnginePlanFiles(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Planned read(String path) throws Mistakes, LocalFault {
        String text;
        try {
            text = Files.readString(machine.folder().resolve(path));
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException
                    ? "there is no such file"
                    : e instanceof CharacterCodingException ? "it is no text in UTF-8" : e.getMessage();
            throw new LocalFault("the plan file \"" + path + "\" cannot be read: " + why, "name another file");
        }
        try {
            Plan plan = PlanFile.read(text);
            return new Planned(plan, Optional.of(Digest.of(plan).text()), () -> text);
        } catch (Unusable e) {
            throw new Mistakes(List.of(
                    text.stripLeading().startsWith("{")
                            ? Diagnostic.error(
                                    "unusable-plan",
                                    path + ": " + e.getMessage(),
                                    "make the plan again, or restore the file")
                            : Diagnostic.error(
                                    "no-plan-file",
                                    path + " is no plan file, as shakebook plan PLAYBOOK -i INV --out FILE makes one",
                                    "if it is a playbook: shakebook run " + path + " -i INV")));
        }
    }

    @Override
    public void write(String path, String text) throws LocalFault {
        try {
            new WholeFile(machine.folder().resolve(path)).write(text);
        } catch (IOException e) {
            throw new LocalFault(
                    "the plan cannot be kept in \"" + path + "\": " + e.getMessage(),
                    "name another file, or make room and allow writing there");
        }
    }

    @Override
    public Carrier open(Planned planned) throws Mistakes, LocalFault, Unanswered {
        return connected(planned);
    }

    Open connected(Planned planned) throws Mistakes, LocalFault, Unanswered {
        Catalog catalog = new ModuleJars(machine).catalog();
        Readable readable = new Readable(planned.plan(), catalog);
        List<Diagnostic> mistakes = readable.mistakes();
        if (!mistakes.isEmpty()) {
            throw new Mistakes(mistakes);
        }
        Made made = planned.plan().made();
        Places places = new Places(machine, Conditions.NONE);
        Path folder = machine.folder().resolve(places.home(made.inventory().path()));
        demandInventory(made, folder);
        EmbeddedFolders embedded =
                new EmbeddedFolders(machine, made.inventory().name(), folder, seeds(places, made, folder));
        KubernetesClusters clusters = new Connections(machine)
                .open(
                        made.access().values(),
                        embedded,
                        folder,
                        machine.deadlines().orElse(Deadlines.USUAL));
        SameClusters same = new SameClusters(planned.plan(), clusters);
        List<String> remarks = remarks(made, readable);
        remarks.addAll(same.remarks());
        Open carrier = new Open(new PlanCarrier(machine, catalog, clusters), clusters, embedded, remarks);
        try {
            same.demand();
            return carrier;
        } catch (Mistakes | Unanswered | RuntimeException e) {
            carrier.close();
            throw e;
        }
    }

    /** What embedded clusters start with; nothing is looked for if there are none. */
    private static SourceTree seeds(Places places, Made made, Path folder) throws Mistakes, LocalFault {
        boolean embedded =
                made.access().values().stream().anyMatch(entry -> entry.access() instanceof ClusterEntry.Embedded);
        String inventory = made.inventory().path();
        return embedded
                ? places.again(
                                GitAddress.is(inventory) ? inventory : folder.toString(),
                                made.inventory().git())
                        .tree()
                : new FolderTree(folder);
    }

    /** A plan says paths as they were typed, so that it is the same wherever it is made. */
    private void demandInventory(Made made, Path folder) throws LocalFault {
        boolean typed = !GitAddress.is(made.inventory().path());
        if (typed
                && !Files.isDirectory(folder)
                && made.access().values().stream().anyMatch(EnginePlanFiles::liesInInventory)) {
            throw new LocalFault(
                    "the plan reaches its clusters by files of the inventory \""
                            + made.inventory().path() + "\", and there is no such folder in "
                            + machine.folder().toAbsolutePath().normalize(),
                    "go to the folder in which the plan was made, or plan again with -i as it is called from here");
        }
    }

    private static boolean liesInInventory(ClusterEntry entry) {
        return !(entry.access() instanceof ClusterEntry.Kubeconfig kubeconfig)
                || kubeconfig
                        .path()
                        .filter(path -> !path.startsWith("~/") && !Path.of(path).isAbsolute())
                        .isPresent();
    }

    private List<String> remarks(Made made, Readable readable) {
        List<String> remarks = new ArrayList<>();
        if (!made.by().equals(machine.tool())) {
            remarks.add("this is " + machine.tool() + ", and the plan was made by " + made.by());
        }
        remarks.addAll(readable.others());
        return remarks;
    }

    /** Open clusters, and what carries plans out over them. */
    record Open(PlanCarrier carrier, KubernetesClusters clusters, EmbeddedFolders embedded, List<String> remarks)
            implements Carrier {
        @Override
        public RunEnded run(
                Planned planned, Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop)
                throws LocalFault {
            return carrier.run(planned, mandate, approvals, listener, stop);
        }

        @Override
        public void close() {
            clusters.close();
            embedded.close();
        }
    }
}
