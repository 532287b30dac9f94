using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Payloads;

namespace MyNumber.Linkage.Tests.Intermediate;

/// <summary>Two bodies on one store, and invented data.</summary>
internal static class Spaces
{
    public static AgencyId City { get; } = new(1);

    public static AgencyId Town { get; } = new(2);

    public static ItemSetId Income { get; } = new("income");

    public static DateTimeOffset June { get; } = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static BodySpace Open(IBodyStore store, AgencyId body, byte key = 1) => new(store, Cipher(body, key));

    public static BodyCipher Cipher(AgencyId body, byte key = 1) => new(body, [.. Enumerable.Repeat(key, 32)]);

    public static AddresseeNumber Addressee(long value) => new(value);

    public static AgencyCode Code(byte value) => AgencyCode.FromEnvelope([1, 0, .. Enumerable.Repeat(value, 16)]);

    public static Replica Replica(long addressee, DateTimeOffset asOf, string value = "3000000") => new()
    {
        Addressee = new AddresseeNumber(addressee),
        Payload = new ItemSetPayload(Income, new LayoutVersion("2026-07"), [new PayloadItem(new ItemId("total"), value)]),
        AsOf = asOf,
    };
}
