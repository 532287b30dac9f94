using System.Data.Common;
using System.Globalization;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Storage;

// Issues numbers to a synthetic roll in bulk and writes a line when it starts and one after each batch. It is made to be killed.
// Arguments: database kind, connection string, people, people per batch.
await using DbDataSource source = Databases.Open(args[0], args[1]);
SqlNumberRegister register = new(source, Databases.DialectOf(args[0]));
using ConversionKeyRing keys = new(1, new MixedPermutation(NumberConverter.DomainSize, 7));
BulkOptions options = new() { BatchSize = int.Parse(args[3], CultureInfo.InvariantCulture) };
BulkIssueRun run = new(register, keys, TimeProvider.System, options);
Console.WriteLine("start");
BulkResult result = await run.RunAsync(1, new SyntheticRoll(long.Parse(args[2], CultureInfo.InvariantCulture)), new LineProgress());
Console.WriteLine(result.Outcome);
return result.Outcome == BulkOutcome.Done ? 0 : 1;
