using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Permission.Permits;

/// <summary>The one form of a permit in bytes; the seal stands behind it.</summary>
internal static class PermitEncoding
{
    public const byte Format = 1;

    public static byte[] Write(Permit permit, byte keyVersion)
    {
        Span<byte> inquiry = stackalloc byte[16];
        Span<byte> matrix = stackalloc byte[MatrixVersion.Length];
        Span<byte> code = stackalloc byte[AgencyCode.Length];
        permit.Inquiry.TryWriteBytes(inquiry, bigEndian: true, out _);
        permit.Matrix.CopyTo(matrix);
        permit.ProviderCode.WriteRevealed(code);
        CanonicalWriter writer = new CanonicalWriter().Byte(Format).Byte(keyVersion).Raw(inquiry)
            .Number(permit.Inquirer.Value).Number(permit.Provider.Value)
            .Text(permit.Affair.ToString()).Text(permit.Procedure.ToString()).Text(permit.ItemSet.ToString()).Number(permit.Items.Count);
        foreach (ItemId item in permit.Items)
        {
            writer.Text(item.ToString());
        }

        return writer.Text(permit.Rule.ToString()).Raw(matrix).Flag(permit.ManualRelease).Raw(code).Time(permit.ExpiresAt).Written.ToArray();
    }

    /// <summary>Reads bytes whose seal was found right.</summary>
    public static Permit? Read(ReadOnlySpan<byte> bytes)
    {
        CanonicalReader reader = new(bytes);
        reader.Raw(2);
        Guid inquiry = reader.Raw(16) is { Length: 16 } id ? new Guid(id, bigEndian: true) : default;
        AgencyId.TryCreate(reader.Number(), out AgencyId inquirer);
        AgencyId.TryCreate(reader.Number(), out AgencyId provider);
        AffairId.TryCreate(reader.Text(), out AffairId affair);
        ProcedureId.TryCreate(reader.Text(), out ProcedureId procedure);
        ItemSetId.TryCreate(reader.Text(), out ItemSetId set);
        ItemId[] items = ReadItems(ref reader);
        RuleId.TryCreate(reader.Text(), out RuleId rule);
        ReadOnlySpan<byte> matrix = reader.Raw(MatrixVersion.Length);
        byte manual = reader.Byte();
        AgencyCode.TryRead(reader.Raw(AgencyCode.Length), out AgencyCode code);
        DateTimeOffset expiresAt = reader.Time();
        bool isWhole = reader.IsAtEnd && manual <= 1 && !inquirer.IsEmpty && !provider.IsEmpty && !affair.IsEmpty && !procedure.IsEmpty && !set.IsEmpty
            && items.All(item => !item.IsEmpty) && !rule.IsEmpty && !code.IsEmpty;
        PermissionRequest request = new()
        {
            Inquirer = inquirer, Provider = provider, Affair = affair, Procedure = procedure, ItemSet = set, Items = items, At = default,
        };
        return isWhole ? new Permit(inquiry, request, rule, MatrixVersion.FromBytes(matrix), manual == 1, code, expiresAt) : null;
    }

    private static ItemId[] ReadItems(ref CanonicalReader reader)
    {
        int count = reader.Number();
        ItemId[] items = count is > 0 and <= PermissionMatrix.MostItems ? new ItemId[count] : [default];
        for (int index = 0; index < items.Length; index++)
        {
            ItemId.TryCreate(reader.Text(), out items[index]);
        }

        return items;
    }
}
