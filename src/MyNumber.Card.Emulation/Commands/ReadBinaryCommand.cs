using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>READ BINARY: up to Ne bytes from an offset; fewer at the physical end, still 9000.</summary>
internal static class ReadBinaryCommand
{
    /// <summary>P1 is the high part of a 15-bit offset, or 81 to 9E for a short identifier with an 8-bit offset in P2.</summary>
    public static bool Knows(byte p1, byte p2) => p1 is <= 0x7F or (>= 0x81 and <= 0x9E);

    public static int Offset(CommandApdu command) => command.P1 > 0x7F ? command.P2 : (command.P1 << 8) | command.P2;

    public static ushort Run(ref CommandContext context)
    {
        ReadOnlySpan<byte> file = ((TransparentFile)context.Target!).Physical;
        int offset = Offset(context.Command);
        if (offset >= file.Length)
        {
            return Status.OffsetBeyondFile;
        }

        int length = Math.Min(context.Command.ExpectedLength, file.Length - offset);
        Span<byte> response = context.Reserve(length);
        return file.Slice(offset, length).TryCopyTo(response) ? Status.Success : Status.NoDiagnosis;
    }
}
