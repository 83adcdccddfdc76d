// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.kube.Conditions;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Why a pod is not ready. Most causes can heal: the image may be pushed, the source may come, a node may get room. These
 * cannot, for the pod's own template is wrong: a name that is none of an image, an image that is not there and must not
 * be pulled, a program that the image does not have.
 */
public final class PodCauses {
    private final Pod pod;
    private final Supplier<PodEvents> events;
    private final Function<String, LastWords> logs;

    private PodCauses(Pod pod, Supplier<PodEvents> events, Function<String, LastWords> logs) {
        this.pod = pod;
        this.events = events;
        this.logs = logs;
    }

    /** By its status alone. */
    public static Optional<Cause> of(Pod pod) {
        return new PodCauses(pod, () -> PodEvents.NONE, container -> LastWords.NONE).cause();
    }

    /**
     * By its status, and, where that says too little, by its events and by the log of a container that ended. Neither is
     * needed: without the permission the words are only less exact.
     */
    public static Optional<Cause> of(Pod pod, ClusterView cluster) {
        return new PodCauses(
                        pod,
                        () -> PodEvents.of(pod.manifest(), cluster),
                        container -> LastWords.of(pod, container, cluster))
                .cause();
    }

    /** A pod that should be ready, by its name, with why it is not; by its status alone. */
    public static String shown(Pod pod) {
        if (pod.terminating()) {
            return Leaving.shown(pod);
        }
        String name = "\"" + pod.name() + "\"";
        return of(pod)
                .map(Cause::words)
                .map(words -> words.startsWith("pod " + name) ? words.substring("pod ".length()) : name + ": " + words)
                .orElse(name);
    }

    /** How a container ended, how often it was started again, and what it wrote last. */
    public static String ended(ContainerState container, LastWords lastWords) {
        String times = container.restarts() == 0
                ? "ended"
                : "restarted " + (container.restarts() == 1 ? "once" : container.restarts() + " times");
        String code =
                container.exitCode().map(exit -> ", exit code " + exit).orElse("");
        String log = lastWords
                .line()
                .map(line -> "; last log line: \"" + line + "\"")
                .orElse("");
        return "container " + times + code + how(container) + log;
    }

    private static String how(ContainerState container) {
        return switch (container.endReason()) {
            case "", "Error", "Completed" -> "";
            case "OOMKilled" -> " (OOMKilled: it used more memory than its limit allows)";
            default ->
                " (" + container.endReason()
                        + (container.endMessage().isEmpty() ? "" : ": " + container.endMessage().strip()) + ")";
        };
    }

    private Optional<Cause> cause() {
        if (pod.ready()) {
            return Optional.empty();
        }
        if (pod.terminating()) {
            return Optional.of(Cause.passing("pod " + Leaving.shown(pod)));
        }
        Conditions conditions = Conditions.of(pod.manifest());
        if (conditions.field("PodScheduled", "status").equals("False")) {
            boolean gated = conditions.field("PodScheduled", "reason").equals("SchedulingGated");
            String why = gated ? "pod \"" + pod.name() + "\" is held back" : "no node takes the pod";
            return Optional.of(Cause.passing(why + because(conditions.field("PodScheduled", "message"))));
        }
        if (pod.ended()) {
            return Optional.of(Cause.passing("pod \"" + pod.name() + "\" ended"
                    + because(pod.manifest().text("status", "reason") + " "
                            + pod.manifest().text("status", "message"))));
        }
        Optional<ContainerState> open = ContainerState.of(pod.manifest()).stream()
                .filter(container -> !container.running() && !isDone(container))
                .findFirst();
        return Optional.of(open.map(this::stopped).orElseGet(this::notReady));
    }

    /** A container that is meant to end, and did so well. */
    private static boolean isDone(ContainerState container) {
        return container.init()
                && container.waitingReason().isEmpty()
                && container.exitCode().filter(code -> code == 0).isPresent();
    }

    private Cause stopped(ContainerState container) {
        String message = because(container.waitingMessage());
        return switch (container.waitingReason()) {
            case "InvalidImageName" -> Cause.lasting(image(container) + " is no name of an image" + message);
            case "ErrImageNeverPull" ->
                Cause.lasting(image(container) + " is not on the node, and must not be pulled" + message);
            case "ErrImagePull", "ImagePullBackOff", "RegistryUnavailable", "ImageInspectError" -> notPulled(container);
            case "", "ContainerCreating", "PodInitializing" ->
                container.exitCode().isPresent() ? crashed(container) : starting();
            case "CrashLoopBackOff" -> crashed(container);
            default ->
                program(container, Cause.passing("container cannot start, " + container.waitingReason() + message));
        };
    }

    private Cause crashed(ContainerState container) {
        return program(container, Cause.passing(ended(container, logs.apply(container.name()))));
    }

    /** A program that the image lacks will be missing at each start. */
    private static Cause program(ContainerState container, Cause cause) {
        String said = container.waitingMessage() + container.endMessage();
        return said.contains("executable file not found") ? Cause.lasting(cause.words()) : cause;
    }

    /** While it waits longer and longer, only an event says why. */
    private Cause notPulled(ContainerState container) {
        String said = container.waitingMessage();
        boolean vague = said.isEmpty() || (said.startsWith("Back-off pulling image") && !said.contains(": "));
        String why = vague ? events.get().newest("Failed").orElse(said) : said;
        return Cause.passing(image(container) + " cannot be pulled" + because(why));
    }

    private Cause starting() {
        PodEvents reported = events.get();
        Optional<String> trouble = reported.unlessOver(
                List.of("FailedMount", "FailedAttachVolume", "FailedCreatePodSandBox"), List.of("Pulling", "Pulled"));
        if (trouble.isPresent()) {
            return Cause.passing("pod \"" + pod.name() + "\" cannot be started" + because(trouble.get()));
        }
        return Cause.passing("pod \"" + pod.name() + "\" is being started: its image is pulled, its files are mounted");
    }

    private Cause notReady() {
        String phase = pod.manifest().text("status", "phase");
        if (ContainerState.of(pod.manifest()).isEmpty() && !phase.equals("Running")) {
            return starting();
        }
        String probe = events.get().newest("Unhealthy").orElse("");
        return Cause.passing("pod \"" + pod.name() + "\" is not ready" + because(probe));
    }

    private String image(ContainerState container) {
        FieldPath declared = FieldPath.of("spec", "containers")
                .then(new FieldPath.Element(Map.of("name", container.name())))
                .key("image");
        String name = pod.manifest().at(declared).map(String::valueOf).orElse(container.image());
        return name.isEmpty() ? "its image" : "image \"" + name + "\"";
    }

    private static String because(String why) {
        String stripped = why.replaceAll("\\s+", " ").strip();
        return stripped.isEmpty() ? "" : ": " + stripped;
    }
}
