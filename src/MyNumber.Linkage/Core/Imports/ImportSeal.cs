using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Imports;

/// <summary>Ties a report to its rows by a keyed hash, so that it tells nothing of them.</summary>
internal static class ImportSeal
{
    public static byte[] Of(byte[] key, CodeHolder holder, IReadOnlyList<ImportRow> rows)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, holder.ToString());
        foreach (ImportRow row in rows)
        {
            Append(hash, row.Query.Number.Reveal());
            Append(hash, row.Query.Attributes.Name);
            Append(hash, row.Query.Attributes.Address);
            Append(hash, row.Query.Attributes.BirthDate.ToCertificateForm());
            Append(hash, ((int)row.Query.Attributes.Sex).ToString(System.Globalization.CultureInfo.InvariantCulture));
            Append(hash, row.Held.IsEmpty ? string.Empty : Held(row.Held));
        }

        return hash.GetHashAndReset();
    }

    private static string Held(AgencyCode code) => code.Reveal();

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
        CryptographicOperations.ZeroMemory(bytes);
    }
}
