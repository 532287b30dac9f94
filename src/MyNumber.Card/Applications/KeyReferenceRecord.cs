using MyNumber.Card.Apdu;
using MyNumber.Card.Certificates;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications;

/// <summary>Record 1 of EF 0002 in the common and the residence application: the name of a key. One source tells the 16 bytes; whether an object's head stands before them is
/// not told, so both forms are read.</summary>
internal static class KeyReferenceRecord
{
    private static readonly CardFileId File = new(0x0002);

    public static async ValueTask<CardKeyId> ReadAsync(CardSession session, CancellationToken cancellationToken)
    {
        byte[] record = new byte[256];
        await session.SelectFileAsync(File, cancellationToken).ConfigureAwait(false);
        int length = await session.ReadRecordAsync(1, record, cancellationToken).ConfigureAwait(false);
        return Parse(record.AsSpan(0, length));
    }

    internal static CardKeyId Parse(ReadOnlySpan<byte> record) =>
        CardKeyId.Read(record.Length == CardKeyId.Length ? record : SimpleTlv.Value(record, null, "key reference (file 0002)"), "key reference (file 0002)");
}
