using System.Security.Cryptography;

namespace MyNumber.Linkage.Permission;

/// <summary>The bytes over which the version of a matrix is made.</summary>
internal static class MatrixEncoding
{
    private const string Label = "MyNumber.Linkage/matrix/v1";

    /// <summary>Hashes rules that are sorted by name and whose items are sorted.</summary>
    public static MatrixVersion Hash(IReadOnlyCollection<PermissionRule> rules)
    {
        CanonicalWriter writer = new CanonicalWriter().Text(Label).Number(rules.Count);
        foreach (PermissionRule rule in rules)
        {
            Write(writer, rule);
        }

        return MatrixVersion.FromBytes(SHA256.HashData(writer.Written));
    }

    private static void Write(CanonicalWriter writer, PermissionRule rule)
    {
        writer.Text(rule.Id.ToString());
        WriteClass(writer, rule.Inquirer);
        writer.Text(rule.Affair.ToString()).Text(rule.Procedure.ToString());
        WriteClass(writer, rule.Provider);
        writer.Text(rule.ItemSet.ToString()).Number(rule.Items.Count);
        foreach (Agencies.ItemId item in rule.Items)
        {
            writer.Text(item.ToString());
        }

        writer.Byte((byte)rule.Basis.Kind).Text(rule.Basis.Text).Number(rule.Basis.Body.Value)
            .Time(rule.Period.From).Flag(rule.Period.Until is not null);
        if (rule.Period.Until is { } until)
        {
            writer.Time(until);
        }

        writer.Flag(rule.ManualRelease).Byte((byte)rule.Route).Byte((byte)rule.Purpose);
    }

    /// <summary>Kinds are written as negative numbers, agencies as positive ones.</summary>
    private static void WriteClass(CanonicalWriter writer, AgencyClass agencies)
    {
        writer.Number(agencies.Selectors.Length);
        foreach (int selector in agencies.Selectors)
        {
            writer.Number(selector);
        }
    }
}
