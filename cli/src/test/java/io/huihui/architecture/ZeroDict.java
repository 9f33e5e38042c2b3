package io.huihui.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses untyped payloads: a field, parameter or result that is or contains {@code Object}, a raw
 * generic type; and outside of private methods an untyped JSON node.
 */
final class ZeroDict extends ArchCondition<JavaClass> {

    private static final Set<String> UNTYPED = Set.of("java.lang.Object");

    /** A parser may take a tree apart in private; the tree never leaves its class. */
    private static final Set<String> UNTYPED_IN_SIGNATURES =
            Set.of(
                    "java.lang.Object",
                    "com.fasterxml.jackson.databind.JsonNode",
                    "com.fasterxml.jackson.databind.node.ObjectNode",
                    "com.fasterxml.jackson.databind.node.ArrayNode",
                    "org.apache.avro.generic.GenericRecord");

    ZeroDict() {
        super("have no untyped field, parameter or result (zero-dict)");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
            if (!field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                judge(field.getType(), UNTYPED_IN_SIGNATURES, field.getFullName(), type, events);
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isOurs(unit)) {
                Set<String> refused =
                        unit.getModifiers().contains(JavaModifier.PRIVATE)
                                ? UNTYPED
                                : UNTYPED_IN_SIGNATURES;
                judge(unit.getReturnType(), refused, unit.getFullName(), type, events);
                for (JavaType parameter : unit.getParameterTypes()) {
                    judge(parameter, refused, unit.getFullName(), type, events);
                }
            }
        }
    }

    /** Lambdas and bridges are the compiler's; an inherited signature is the library's. */
    private static boolean isOurs(JavaCodeUnit unit) {
        Set<JavaModifier> modifiers = unit.getModifiers();
        if (modifiers.contains(JavaModifier.SYNTHETIC)
                || modifiers.contains(JavaModifier.BRIDGE)
                || unit.getName().startsWith("lambda$")) {
            return false;
        }
        return !(unit instanceof JavaMethod method && isInheritedFromLibrary(method));
    }

    private static boolean isInheritedFromLibrary(JavaMethod method) {
        String[] parameters =
                method.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toArray(String[]::new);
        JavaClass owner = method.getOwner();
        return Stream.concat(
                        owner.getAllRawSuperclasses().stream(),
                        owner.getAllRawInterfaces().stream())
                .filter(type -> !type.getName().startsWith("io.huihui."))
                .anyMatch(type -> type.tryGetMethod(method.getName(), parameters).isPresent());
    }

    private static void judge(
            JavaType type,
            Set<String> refused,
            String where,
            JavaClass owner,
            ConditionEvents events) {
        if (isUntyped(type, refused)) {
            events.add(
                    SimpleConditionEvent.violated(
                            owner, "need a typed member, was " + type.getName() + " in " + where));
        }
    }

    private static boolean isUntyped(JavaType type, Set<String> refused) {
        if (type instanceof JavaParameterizedType parameterized) {
            // Wildcards and type variables are bounded by the declarations that use them.
            for (JavaType argument : parameterized.getActualTypeArguments()) {
                if (isUntyped(argument, refused)) {
                    return true;
                }
            }
            return false;
        }
        if (type instanceof JavaClass concrete) {
            JavaClass element = concrete.getBaseComponentType();
            return refused.contains(element.getName()) || !element.getTypeParameters().isEmpty();
        }
        return false;
    }
}
