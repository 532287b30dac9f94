using System.Data.Common;
using MyNumber.IssuingHost;

// Works on a database and writes a line when it starts and one after each step that is in the register. It is made to be killed.
// Arguments: bulk, database kind, connection string, people, people per batch; or codes, database kind, connection string, first person, step.
await using DbDataSource source = Databases.Open(args[1], args[2]);
return args[0] switch
{
    "bulk" => await BulkWork.RunAsync(source, Databases.DialectOf(args[1]), args[3], args[4]),
    "codes" => await CodeWork.RunAsync(source, Databases.DialectOf(args[1]), args[3], args[4]),
    _ => 2,
};

/// <summary>Not public, though the framework would make it so: others that have a program of their own refer to this one.</summary>
internal sealed partial class Program;
