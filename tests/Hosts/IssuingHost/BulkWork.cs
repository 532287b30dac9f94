using System.Data.Common;
using System.Globalization;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Storage;
using MyNumber.Numbering.Storage;

namespace MyNumber.IssuingHost;

/// <summary>Issues numbers to a synthetic roll in bulk.</summary>
internal static class BulkWork
{
    public static async Task<int> RunAsync(DbDataSource source, SqlDialect dialect, string people, string batch)
    {
        SqlNumberRegister register = new(source, dialect);
        using ConversionKeyRing keys = new(1, new MixedPermutation(NumberConverter.DomainSize, 7));
        BulkOptions options = new() { BatchSize = int.Parse(batch, CultureInfo.InvariantCulture) };
        BulkIssueRun run = new(register, keys, TimeProvider.System, options);
        Console.WriteLine("start");
        BulkResult result = await run.RunAsync(1, new SyntheticRoll(long.Parse(people, CultureInfo.InvariantCulture)), new LineProgress());
        Console.WriteLine(result.Outcome);
        return result.Outcome == BulkOutcome.Done ? 0 : 1;
    }
}
