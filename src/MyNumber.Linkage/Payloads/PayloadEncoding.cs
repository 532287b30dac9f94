using System.Formats.Asn1;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Payloads;

/// <summary>The bytes of a payload: DER, so that there is one encoding and a signature over it means one thing. The structure is ours.</summary>
/// <remarks><c>SEQUENCE { version INTEGER (1), set IA5String, layout IA5String, items SEQUENCE OF SEQUENCE { id IA5String, value UTF8String } }</c>, items ascending by
/// id. Stateless and thread safe.</remarks>
public static class PayloadEncoding
{
    /// <summary>Most bytes that are read. The ceiling is ours.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const int Version = 1;

    /// <summary>Encodes a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <returns>DER, the caller's; it holds personal data in clear.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payload"/> is null.</exception>
    public static byte[] ToBytes(ItemSetPayload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            writer.WriteCharacterString(UniversalTagNumber.IA5String, payload.Set.ToString());
            writer.WriteCharacterString(UniversalTagNumber.IA5String, payload.Layout.ToString());
            using (writer.PushSequence())
            {
                foreach (PayloadItem item in payload.Items)
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteCharacterString(UniversalTagNumber.IA5String, item.Id.ToString());
                        writer.WriteCharacterString(UniversalTagNumber.UTF8String, item.Value);
                    }
                }
            }
        }

        return writer.Encode();
    }

    /// <summary>Reads a payload; never throws for what the bytes are.</summary>
    /// <param name="bytes">DER.</param>
    /// <param name="payload">The payload when the answer is none.</param>
    /// <returns>What is wrong, or none.</returns>
    public static PayloadFault TryRead(ReadOnlyMemory<byte> bytes, out ItemSetPayload? payload)
    {
        payload = null;
        if (bytes.Length > MostBytes)
        {
            return PayloadFault.TooLarge;
        }

        try
        {
            return Read(bytes, out payload);
        }
        catch (AsnContentException)
        {
            return PayloadFault.WrongEncoding;
        }
    }

    private static PayloadFault Read(ReadOnlyMemory<byte> bytes, out ItemSetPayload? payload)
    {
        payload = null;
        AsnReader outer = new(bytes, AsnEncodingRules.DER);
        AsnReader body = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        if (!body.TryReadInt32(out int version) || version != Version)
        {
            return PayloadFault.UnknownVersion;
        }

        bool named = ItemSetId.TryCreate(body.ReadCharacterString(UniversalTagNumber.IA5String), out ItemSetId set);
        named &= LayoutVersion.TryCreate(body.ReadCharacterString(UniversalTagNumber.IA5String), out LayoutVersion layout);
        AsnReader list = body.ReadSequence();
        body.ThrowIfNotEmpty();
        List<PayloadItem> items = [];
        for (; list.HasData; named &= !items[^1].Id.IsEmpty)
        {
            if (items.Count == ItemSetPayload.MostItems)
            {
                return PayloadFault.TooManyItems;
            }

            AsnReader item = list.ReadSequence();
            ItemId.TryCreate(item.ReadCharacterString(UniversalTagNumber.IA5String), out ItemId id);
            items.Add(new PayloadItem(id, item.ReadCharacterString(UniversalTagNumber.UTF8String)));
            item.ThrowIfNotEmpty();
        }

        PayloadItem[] read = [.. items];
        PayloadFault fault = named ? PayloadRules.Judge(read) : PayloadFault.WrongId;
        payload = fault == PayloadFault.None ? ItemSetPayload.FromJudged(set, layout, read) : null;
        return fault;
    }
}
