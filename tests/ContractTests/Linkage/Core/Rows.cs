using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Numbers;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>Synthetic rows by number; their bytes are spread as real ones would be.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Noon = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public static CodeHolderId Holder(int number) => new(number);

    public static AgencyCode Code(int number) => AgencyCode.FromEnvelope([1, (byte)(number % 3), .. Spread("code", number)[..16]]);

    public static LinkCode Link(int number) => LinkCode.FromBytes(Spread("link", number).AsSpan(0, LinkCode.Length));

    public static ResidentCodeTag Tag(int number) => ResidentCodeTag.FromBytes(Spread("tag", number));

    public static AcquisitionKey Key(int number) => AcquisitionKey.FromBytes(Spread("key", number));

    public static IssuedCode Issued(int code, int link, int holder = 11, int minutes = 0) =>
        new(Holder(holder), Code(code), Link(link), 0, Noon.AddMinutes(minutes));

    /// <summary>What one sees of an issued code.</summary>
    public static object? Seen(IssuedCode? code) => code is null ? null
        : (code.Holder, code.Code, code.Link, code.HolderEpoch, code.IssuedAt, code.State, code.Reason, (code.Replacement, code.ChangedAt));

    public static byte[] Bytes(AgencyCode code)
    {
        byte[] bytes = new byte[AgencyCode.Length];
        code.WriteRevealed(bytes);
        return bytes;
    }

    public static byte[] Bytes(LinkCode link)
    {
        byte[] bytes = new byte[LinkCode.Length];
        link.WriteRevealed(bytes);
        return bytes;
    }

    private static byte[] Spread(string kind, int number) => SHA256.HashData(Encoding.ASCII.GetBytes(kind + number.ToString(CultureInfo.InvariantCulture)));
}
