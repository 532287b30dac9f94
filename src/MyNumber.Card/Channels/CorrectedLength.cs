using System.Buffers.Binary;
using MyNumber.Card.Apdu;

namespace MyNumber.Card.Channels;

/// <summary>The same command once more, with the Le that <c>6Cxx</c> asks for.</summary>
internal sealed class CorrectedLength : IFollowUp
{
    private CorrectedLength()
    {
    }

    public static byte[]? Next(ReadOnlySpan<byte> command, ReadOnlySpan<byte> response, FollowUpStep step, out int start)
    {
        start = 0;
        StatusWord status = ResponseApdu.Of(response, step.End).Status;
        if (step.Round > 0 || !status.HasCorrectLength || !CommandShape.TryFind(command, out CommandShape shape)
            || !(shape.HasShortExpected || shape.HasExtendedExpected))
        {
            return null;
        }

        byte[] corrected = GC.AllocateUninitializedArray<byte>(command.Length, pinned: true);
        command.CopyTo(corrected);
        if (shape.HasShortExpected)
        {
            corrected[^1] = status.Sw2;
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(corrected.AsSpan(corrected.Length - 2), (ushort)status.AnnouncedLength);
        }

        return corrected;
    }
}
