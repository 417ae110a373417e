package org.lianshen.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;

/** Model objects with random content, the same for the same seed. Whatever may be null is null now and then. */
final class Anything {

    private static final String CHARACTERS = "信息化联审项目预算绩效概算核减abcXYZ 019-_.,:;'\"\\/{}[]|%\t\n\r€𠮷é\u0001\u0085\u2028";
    private final Random random;
    private final int size;

    Anything(long seed) {
        this(seed, 4);
    }

    /** @param size most items of a list */
    Anything(long seed, int size) {
        this.random = new Random(seed);
        this.size = size;
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type, type));
    }

    /** Never null. */
    String text() {
        int[] points = CHARACTERS.codePoints().toArray();
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    private Object nullable(Class<?> type, Type generic) {
        boolean never = type.isPrimitive() || List.class == type || Set.class == type || Map.class == type;
        return !never && random.nextInt(8) == 0 ? null : value(type, generic);
    }

    private Object value(Class<?> type, Type generic) {
        if (type == String.class) {
            return random.nextInt(8) == 0 ? "" : text();
        } else if (type == UUID.class) {
            return id();
        } else if (type == Money.class) {
            return Money.ofFen(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000_000L));
        } else if (type == BigDecimal.class) {
            return new BigDecimal(new BigInteger(1 + random.nextInt(60), random), random.nextInt(9) - 2);
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
        } else if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt(40_000));
        } else if (type == int.class || type == Integer.class) {
            return random.nextInt();
        } else if (type == long.class || type == Long.class) {
            return random.nextLong();
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == Message.class) {
            return message(2);
        } else if (type == List.class) {
            return List.copyOf(items(generic, new ArrayList<>()));
        } else if (type == Set.class) {
            return items(generic, new LinkedHashSet<>());
        } else if (type == Map.class) {
            return map(generic);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type.isSealed()) {
            Class<?> kind = type.getPermittedSubclasses()[random.nextInt(type.getPermittedSubclasses().length)];
            return value(kind, kind);
        } else if (type.isRecord()) {
            return instance(type);
        }
        throw new IllegalArgumentException(type.toString());
    }

    private <C extends java.util.Collection<Object>> C items(Type generic, C into) {
        Type item = ((ParameterizedType) generic).getActualTypeArguments()[0];
        for (int i = random.nextInt(size + 1); i > 0; i--) {
            into.add(value((Class<?>) item, item));
        }
        return into;
    }

    private Map<Object, Object> map(Type generic) {
        Type[] types = ((ParameterizedType) generic).getActualTypeArguments();
        var map = new LinkedHashMap<>();
        for (int i = random.nextInt(size + 1); i > 0; i--) {
            map.put(value((Class<?>) types[0], types[0]), value((Class<?>) types[1], types[1]));
        }
        return map;
    }

    private Message message(int depth) {
        var args = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            args.add(argument(depth));
        }
        return new Message("area." + text(), args);
    }

    private Object argument(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> text();
            case 1 -> random.nextInt();
            case 2 -> random.nextLong();
            case 3 -> value(Money.class, Money.class);
            case 4 -> value(LocalDate.class, LocalDate.class);
            case 5 -> value(BigDecimal.class, BigDecimal.class);
            case 6 -> message(depth - 1);
            default -> List.of(argument(depth - 1), argument(depth - 1));
        };
    }

    private Object instance(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(component -> nullable(component.getType(), component.getGenericType())).toArray();
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }
}
