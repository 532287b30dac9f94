using MyNumber.LoginLoad;

// dotnet run -c Release --project benchmarks/LoginLoad -- [--logins 60000] [--seconds 30] [--rate 2000] [--connections 16] [--races 10000] [--rivals 4]
// The server is a process of its own, so that its memory is its own; this program holds the emulated cards and the prepared answers.
if (args is ["--serve", ..])
{
    await Server.RunAsync();
    return 0;
}

LoadOptions options = LoadOptions.Parse(args);
await using ServerProcess server = await ServerProcess.StartAsync();
using Cards cards = new();
Console.WriteLine($"preparing {options.Logins} logins and {options.Races} races");
long begin = TimeProvider.System.GetTimestamp();
PreparedLogin[] prepared = await new Preparation(server.Address, cards).RunAsync(options.Logins + options.Races);
Console.WriteLine($"prepared in {TimeProvider.System.GetElapsedTime(begin).TotalSeconds:F0} s: each challenge issued by the server and signed by a card");

LoadResult load = await new Load(options, server).RunAsync(prepared[..options.Logins]);
Console.WriteLine(load);
RaceResult races = await new Races(options, server.Address).RunAsync(prepared[options.Logins..]);
Console.WriteLine(races);
return load.Failed == 0 && load.Memory.IsFlat && races.OtherThanOneWinner == 0 ? 0 : 1;
