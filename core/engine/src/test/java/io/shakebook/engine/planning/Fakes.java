// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.spi.Desired;
import io.shakebook.spi.Doc;
import io.shakebook.spi.Example;
import io.shakebook.spi.InventoryType;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.LookupSpec;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.Output;
import io.shakebook.spi.Rows;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.LocalRef;
import io.shakebook.spi.kube.ObjectName;
import io.shakebook.spi.kube.Port;
import io.shakebook.spi.kube.ServiceName;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.Late;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Modules, look-ups and inventory types that only have arguments and results, for tests of the language. */
public final class Fakes {

    private Fakes() {}

    /** A store, as an inventory names it. */
    public record Store(
            String name,
            ClusterRef cluster,
            ObjectName namespace,
            @Doc(value = "How many", defaultsTo = "1") int shards,
            BigDecimal version,
            @Doc(value = "Port", defaultsTo = "6379") Port port,
            Optional<String> service,
            Map<String, String> labels,
            Optional<SecretRef> password) {}

    /** Two stores. */
    public record Pair(String name, Store primary, Store standby) {
        public Pair {
            if (primary.name().equals(standby.name())) {
                throw new InvalidArgument("standby", "the standby is the primary itself", "name another store");
            }
        }
    }

    /** How a Service is reached. */
    public enum Exposure {
        CLUSTER_IP("ClusterIP"),
        NODE_PORT("NodePort");

        private final String word;

        Exposure(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Arguments of the module {@code service}. */
    public record ServiceArgs(
            @Doc("Name") ServiceName name,
            @Doc(value = "Kind", defaultsTo = "ClusterIP") Exposure type,
            @Doc(value = "Port", example = "6379") Port port,
            Optional<Port> targetPort,
            Map<String, String> selector) {}

    /** Outputs of the module {@code service}. */
    public record ServiceOutputs(Output<String> name, Output<Integer> nodePort, Output<String> address) {}

    /** Arguments of the module {@code files}. */
    public record FilesArgs(ObjectName name, Map<String, FileContent> data) {}

    /** Outputs of the module {@code files}. */
    public record FilesOutputs(Output<LocalRef> object, Output<String> digest) {}

    /** Arguments of the module {@code app}. */
    public record AppArgs(
            ObjectName name,
            String image,
            @Doc(value = "Arguments", defaultsTo = "[]") List<Text> arguments,
            LocalRef config,
            Late<String> digest,
            @Doc(value = "Weight", defaultsTo = "1.0") double weight,
            @Doc(value = "Replicas", defaultsTo = "1") int replicas,
            @Doc(value = "Grace", defaultsTo = "30s") Duration grace,
            @Doc(value = "Loud", defaultsTo = "false") boolean loud,
            Optional<Side> side) {}

    /** A nested record. */
    public record Side(Port port, Optional<String> host) {}

    /** Arguments of the module {@code gate}. */
    public record GateArgs(
            String nameLike,
            @Doc(value = "Message", defaultsTo = "\"\"") String otherwise) {}

    /** Arguments of look-ups. */
    public record StoreArgs(Store store) {}

    /** Arguments of the look-up {@code running}. */
    public record RunningArgs(
            String nameLike,
            @Doc(value = "At least", defaultsTo = "0") int atLeast) {}

    /** A shard. */
    public record Shard(String suffix, BigDecimal version, Map<String, String> selector) {}

    /** A receiver. */
    public record Receiver(String kind, Optional<String> address) {}

    /** Something that runs. */
    public record Running(String name, int replicas) {}

    private record Module<A extends Record, O extends Record>(ModuleSpec<A, O> spec) implements StepModule<A, O> {
        @Override
        public Desired<O> want(A args, World world) {
            throw new UnsupportedOperationException("the language asks no module");
        }

        @Override
        public Verdict verify(A args, World world) {
            throw new UnsupportedOperationException("the language asks no module");
        }
    }

    private record Question<A extends Record, R extends Record>(LookupSpec<A, R> spec) implements Lookup<A, R> {
        @Override
        public Rows<R> rows(A args, World world) {
            throw new UnsupportedOperationException("the language reads through its port");
        }
    }

    private record Kind<E extends Record>(String name, Class<E> entry) implements InventoryType<E> {
        @Override
        public String summary() {
            return "";
        }

        @Override
        public List<Example> examples() {
            return List.of();
        }
    }

    /** All of them. */
    public static Catalog catalog() {
        return new Catalog(
                List.of(
                        module("service", ServiceArgs.class, ServiceOutputs.class, false),
                        module("files", FilesArgs.class, FilesOutputs.class, false),
                        module("app", AppArgs.class, NoOutputs.class, false),
                        module("gate", GateArgs.class, NoOutputs.class, true)),
                List.of(
                        question("shards", StoreArgs.class, Shard.class, false),
                        question("receiver", StoreArgs.class, Receiver.class, true),
                        question("running", RunningArgs.class, Running.class, false)),
                List.of(new Kind<>("store", Store.class), new Kind<>("store-pair", Pair.class)));
    }

    private static <A extends Record, O extends Record> Module<A, O> module(
            String name, Class<A> args, Class<O> outputs, boolean gate) {
        return new Module<>(new ModuleSpec<>(name, "", "", args, outputs, gate, List.of(), List.of()));
    }

    private static <A extends Record, R extends Record> Question<A, R> question(
            String name, Class<A> args, Class<R> row, boolean single) {
        return new Question<>(new LookupSpec<>(name, "", "", args, row, single, List.of(), List.of()));
    }
}
