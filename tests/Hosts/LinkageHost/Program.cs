using System.Data.Common;
using System.Globalization;
using MyNumber.Linkage.Agencies;
using MyNumber.LinkageHost;
using MyNumber.Numbering.Storage;

// One role of a lab network as a process: listens on 127.0.0.1 at a free port, writes its address as the first line, takes commands line by line, ends with its input. It is made to be killed.
// Arguments: core, folder of the network, [database kind, connection string]; or body, folder, agency, [database kind, connection string].
if (args is not ["core", _, ..] and not ["body", _, _, ..])
{
    return 2;
}

bool isCore = args[0] == "core";
(DbDataSource? source, SqlDialect dialect) = Stores.Open(args.AsSpan(isCore ? 2 : 3));
await using DbDataSource? owned = source;
if (isCore)
{
    await using CoreHost core = await CoreHost.StartAsync(args[1], await Stores.OfCoreAsync(source, dialect));
    Lines.Write(core.Address.ToString());
    await Lines.ServeAsync(new CoreWork(core));
}
else
{
    AgencyId agency = new(int.Parse(args[2], CultureInfo.InvariantCulture));
    await using BodyHost body = await BodyHost.StartAsync(args[1], agency, await Stores.OfBodyAsync(source, dialect, agency));
    Lines.Write(body.Address.ToString());
    await Lines.ServeAsync(new BodyWork(body));
}

return 0;
