using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>READ RECORD: one record by its number in P1, or that one and all after it. Ne cuts the answer short; no record 0 and none behind the last.</summary>
internal static class ReadRecordCommand
{
    private const int OneRecord = 4;
    private const int ToTheEnd = 5;

    /// <summary>P2 is the short identifier in the upper five bits, then 4 for one record or 5 for all from there.</summary>
    public static bool Knows(byte p1, byte p2) => (p2 & 0x07) is OneRecord or ToTheEnd && p2 >> 3 <= 0x1E;

    public static ushort Run(ref CommandContext context)
    {
        RecordFile file = (RecordFile)context.Target!;
        int number = context.Command.P1;
        bool toTheEnd = (context.Command.P2 & 0x07) == ToTheEnd;
        if (toTheEnd && !context.Options.ReadsRecordsToEnd)
        {
            return Status.FunctionNotSupported;
        }

        if (number == 0 || number > file.Count)
        {
            return Status.RecordNotFound;
        }

        int length = Math.Min(toTheEnd ? file.LengthFrom(number) : file[number].Length, context.Command.ExpectedLength);
        Span<byte> response = context.Reserve(length);
        for (int i = number; !response.IsEmpty; i++)
        {
            int part = Math.Min(file[i].Length, response.Length);
            file[i][..part].CopyTo(response);
            response = response[part..];
        }

        return Status.Success;
    }
}
