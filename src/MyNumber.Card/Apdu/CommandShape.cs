namespace MyNumber.Card.Apdu;

/// <summary>Where the fields lie in a command APDU that somebody already wrote; for decorators that look or correct, never for a card.</summary>
internal readonly struct CommandShape
{
    private CommandShape(ApduCase kind, int dataStart, int dataLength)
    {
        Case = kind;
        DataStart = dataStart;
        DataLength = dataLength;
    }

    public ApduCase Case { get; }

    public int DataStart { get; }

    public int DataLength { get; }

    public bool HasShortExpected => Case is ApduCase.ExpectShort or ApduCase.DataExpectShort;

    public bool HasExtendedExpected => Case is ApduCase.ExpectExtended or ApduCase.DataExpectExtended;

    public static bool TryFind(ReadOnlySpan<byte> command, out CommandShape shape)
    {
        shape = default;
        switch (command.Length)
        {
            case < 4:
                return false;
            case 4:
                return true;
            case 5:
                shape = new CommandShape(ApduCase.ExpectShort, 0, 0);
                return true;
        }

        return command[4] != 0 ? TryFindShort(command, out shape) : TryFindExtended(command, out shape);
    }

    private static bool TryFindShort(ReadOnlySpan<byte> command, out CommandShape shape)
    {
        int rest = command.Length - 5 - command[4];
        shape = new CommandShape(rest == 0 ? ApduCase.DataShort : ApduCase.DataExpectShort, 5, command[4]);
        return rest is 0 or 1;
    }

    private static bool TryFindExtended(ReadOnlySpan<byte> command, out CommandShape shape)
    {
        shape = new CommandShape(ApduCase.ExpectExtended, 0, 0);
        if (command.Length <= 7)
        {
            return command.Length == 7;
        }

        int dataLength = (command[5] << 8) | command[6];
        int rest = command.Length - 7 - dataLength;
        shape = new CommandShape(rest == 0 ? ApduCase.DataExtended : ApduCase.DataExpectExtended, 7, dataLength);
        return dataLength > 0 && rest is (0 or 2);
    }
}
