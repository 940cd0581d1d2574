import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine;

/**
 * Writes picocli's jar again, with classes of Java 8 instead of Java 5: the JVM keeps none in an
 * AOT cache that is older than Java 6, since they don't say what its verifier needs.
 */
class ModernBytecode {

    private static final int JAVA_5 = 49;
    private static final int JAVA_8 = 52;
    private static final ClassTransform NEWER =
            ((ClassTransform)
                            (builder, element) ->
                                    builder.with(
                                            element instanceof ClassFileVersion
                                                    ? ClassFileVersion.of(JAVA_8, 0)
                                                    : element))
                    // Else methods are copied as they are, without maps of the stack.
                    .andThen(
                            ClassTransform.transformingMethodBodies(
                                    (code, element) -> code.with(element)));

    /** With picocli on the class path: the jar to write, and the time that all in it has. */
    public static void main(String... arguments) throws Exception {
        var from =
                Path.of(
                        CommandLine.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        var time = LocalDateTime.ofInstant(Instant.parse(arguments[1]), ZoneOffset.UTC);
        try (var jar = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            for (var entry : jar.stream().filter(file -> !file.isDirectory()).toList()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(time);
                out.putNextEntry(copy);
                out.write(newer(entry.getName(), jar.getInputStream(entry).readAllBytes()));
            }
        }
    }

    private static byte[] newer(String name, byte[] content) throws IOException {
        if (!name.endsWith(".class")) {
            return content;
        }
        var classes = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
        var old = classes.parse(content);
        return old.majorVersion() > JAVA_5 ? content : classes.transformClass(old, NEWER);
    }
}
