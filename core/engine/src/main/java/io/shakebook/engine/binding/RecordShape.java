// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import io.shakebook.spi.Doc;
import io.shakebook.spi.Output;
import io.shakebook.spi.diagnostic.InvalidArgument;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record class taken apart: the only place that reflects. */
final class RecordShape {
    /** Each class is taken apart once: reflection is slow, and every step asks. */
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return takenApart(type.asSubclass(Record.class));
        }
    };

    private final Constructor<? extends Record> constructor;
    private final List<Component> components;

    /**
     * A component of a record.
     *
     * @param name in kebab-case
     * @param camel as in the record
     * @param fallback what its default says; empty if it has none, or one that is not YAML
     */
    record Component(
            String name,
            String camel,
            Slot slot,
            Optional<Doc> doc,
            Optional<YamlNode> fallback,
            RecordComponent reflected) {
        private static Component of(RecordComponent component) {
            Optional<Doc> doc = Optional.ofNullable(component.getAnnotation(Doc.class));
            return new Component(
                    Kebab.of(component.getName()),
                    component.getName(),
                    Slot.of(withoutOutput(component.getGenericType())),
                    doc,
                    doc.map(Doc::defaultsTo)
                            .filter(text -> !text.isEmpty())
                            .flatMap(text -> YamlReader.read("default", text, new Problems())),
                    component);
        }

        boolean optional() {
            return slot instanceof Slot.Maybe;
        }

        Optional<String> defaultsTo() {
            return doc.map(Doc::defaultsTo).filter(text -> !text.isEmpty());
        }

        boolean required() {
            return !optional() && defaultsTo().isEmpty();
        }

        Object of(Record record) {
            try {
                var accessor = reflected.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(record);
            } catch (ReflectiveOperationException wrong) {
                throw new IllegalStateException("please report: " + reflected + " cannot be read", wrong);
            }
        }
    }

    private RecordShape(Constructor<? extends Record> constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = List.copyOf(components);
    }

    static RecordShape of(Class<? extends Record> type) {
        return SHAPES.get(type);
    }

    private static RecordShape takenApart(Class<? extends Record> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(
                    constructor, Arrays.stream(components).map(Component::of).toList());
        } catch (NoSuchMethodException wrong) {
            throw new IllegalStateException("please report: " + type.getName() + " cannot be made", wrong);
        }
    }

    List<Component> components() {
        return components;
    }

    Optional<Component> component(String name) {
        return components.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** @throws InvalidArgument if the record refuses the values */
    Record create(Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof InvalidArgument refused) {
                throw refused;
            }
            throw new IllegalStateException("please report: " + constructor.getName() + " broke", thrown.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException("please report: " + constructor.getName() + " cannot be made", wrong);
        }
    }

    private static Type withoutOutput(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Output.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }
}
