namespace MyNumber.Card.Pcsc.Native;

/// <summary>How short commands go over T=0 (ISO/IEC 7816-3:2006, 12.2): without Le behind data, and with P3 = 00 where there is neither.</summary>
internal static class T0Command
{
    public const int HeaderLength = 4;
    public const int WithP3 = HeaderLength + 1;

    /// <summary>Whether the command is a header alone.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> command) => command.Length == HeaderLength;

    /// <summary>The command without the Le of case 4; other commands as they are. The answer's length then comes as <c>61xx</c>.</summary>
    public static ReadOnlySpan<byte> WithoutExpected(ReadOnlySpan<byte> command) =>
        command.Length > WithP3 + 1 && command[HeaderLength] != 0 && command.Length == WithP3 + command[HeaderLength] + 1
            ? command[..^1]
            : command;
}
