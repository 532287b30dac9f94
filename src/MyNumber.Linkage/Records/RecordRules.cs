namespace MyNumber.Linkage.Records;

/// <summary>What the properties of a record must be.</summary>
internal static class RecordRules
{
    public static RecordFault Check(AccessRecord record)
    {
        if (record.Inquiry.IsEmpty || record.Inquirer.IsEmpty || record.Provider.IsEmpty || record.Affair.IsEmpty || record.Procedure.IsEmpty || record.ItemSet.IsEmpty)
        {
            return RecordFault.BadId;
        }

        if (record.Items.Length is < 1 or > AccessRecord.MaxItems || record.Items.Any(item => item.IsEmpty))
        {
            return RecordFault.BadItems;
        }

        if (IsBad(record.RequestedAt) || (record.ProvidedAt is { } provided && IsBad(provided)))
        {
            return RecordFault.BadTime;
        }

        if (!Enum.IsDefined(record.Outcome) || !Enum.IsDefined(record.NonDisclosure) || record.Correction is { Number: < 1 or > AccessRecord.MaxCorrections })
        {
            return RecordFault.UnknownValue;
        }

        bool isProvided = record.Outcome == InquiryOutcome.Provided;
        return isProvided != record.ProvidedAt is not null ? RecordFault.ProvisionMismatch
            : isProvided && record.Rule.IsEmpty ? RecordFault.RuleMissing : RecordFault.None;
    }

    private static bool IsBad(DateTimeOffset time) => time < DateTimeOffset.UnixEpoch;
}
