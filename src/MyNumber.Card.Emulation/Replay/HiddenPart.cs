using MyNumber.Card.Emulation.Commands;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Which bytes of a command a transcript must not carry: all command data but the names that SELECT asks for, and everything behind the header of what is no APDU.</summary>
internal static class HiddenPart
{
    private const byte SecureMessaging = 0x0C;
    private const int LongestName = 16;

    public static (int Start, int Length) Of(ReadOnlySpan<byte> command)
    {
        CommandApdu apdu = CommandApdu.Decode(command);
        if (!apdu.IsWellFormed)
        {
            int header = Math.Min(command.Length, apdu.HasHeader ? 4 : 0);
            return (header, command.Length - header);
        }

        if (apdu.Data.IsEmpty || IsName(apdu))
        {
            return (0, 0);
        }

        return (command.Overlaps(apdu.Data, out int start) ? start : 0, apdu.Data.Length);
    }

    /// <summary>Whether two runs of the same program send the same data, so that a tag can be compared: not so for challenges and encrypted data.</summary>
    public static bool IsRepeatable(ReadOnlySpan<byte> command) =>
        command.Length > 4 && (command[0] & SecureMessaging) == 0 && command[1] is 0x20 or 0x24 or 0x32 or 0x2A or 0xD6;

    private static bool IsName(in CommandApdu apdu) => apdu.Class == 0x00 && apdu.Instruction == 0xA4
        && (apdu.P1 == 0x04 ? apdu.Data.Length <= LongestName : apdu.P1 is 0x00 or 0x02 && apdu.Data.Length == 2);
}
