package dev.embeam.pipeline.launch;

import java.util.List;

/** The flags of a command as text, read from its options interface, so that help cannot differ from what is parsed. */
final class Help {
    private static final int WIDTH = 100;
    private static final int INDENT = 26;

    private Help() {}

    /** The list of all commands. */
    static String overview(List<? extends Command<?>> commands) {
        StringBuilder text = new StringBuilder("usage: ./embeam <command> --flag=value ...\n\ncommands:\n");
        for (Command<?> command : commands) {
            text.append(entry(command.name(), command.summary()));
        }
        return text.append("\n./embeam <command> --help lists the flags of a command.\n")
                .append("exit codes: 0 done, 1 the job failed, 2 wrong usage or bad input, 3 a gate failed\n")
                .toString();
    }

    /** The flags of one command, required ones first. */
    static String of(Command<?> command) {
        StringBuilder text = new StringBuilder("usage: ./embeam " + command.name() + words(command)
                + " --flag=value ...\n\n" + command.summary() + "\n\nflags:\n");
        for (Flag flag : Flag.of(command.options())) {
            text.append(entry("--" + flag.name(), flag.description()));
        }
        return text.append("\nFlags of Beam and its runners pass through, such as --runner=DirectRunner,\n"
                        + "--parallelism=N or --flinkMaster=host:port.\n")
                .toString();
    }

    private static String words(Command<?> command) {
        return command.words().isEmpty() ? "" : " " + command.words();
    }

    private static String entry(String name, String description) {
        StringBuilder text = new StringBuilder("  " + name);
        int column = text.length();
        if (column >= INDENT) {
            text.append('\n');
            column = 0;
        }
        text.append(" ".repeat(INDENT - column));
        column = INDENT;
        for (String word : description.split(" ", -1)) {
            if (column + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(INDENT));
                column = INDENT;
            }
            text.append(word).append(' ');
            column += word.length() + 1;
        }
        return text.append('\n').toString().replaceAll(" +\n", "\n");
    }
}
