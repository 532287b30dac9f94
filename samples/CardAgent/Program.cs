using System.Security.Cryptography;
using CardAgent;
using CardAgent.Cards;
using Microsoft.Extensions.Logging;
using MyNumber.Card.Pcsc.Errors;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (AgentSettings.AsksForHelp(args))
{
    Console.WriteLine(AgentSettings.Usage);
    return 0;
}

if (AgentSettings.Read(args, out string fault) is not { } settings)
{
    Console.Error.WriteLine(fault);
    Console.Error.WriteLine(AgentSettings.Usage);
    return 2;
}

try
{
    using ICardHolder? holder = settings.Reader is { } name
        ? ReaderHolder.Find(name, TimeProvider.System)
        : new EmulatedHolder(settings.Seed, settings.Person, TimeProvider.System);
    if (holder is null)
    {
        Console.Error.WriteLine("カードリーダーが見つかりません (no such card reader)");
        return 3;
    }

    using RandomNumberGenerator random = RandomNumberGenerator.Create();
    await using AgentHost host = await AgentHost.StartAsync(settings, holder, TimeProvider.System, random, StandardError);
    Console.WriteLine(host.AskAddress);
    foreach (string line in holder.Introduction)
    {
        Console.WriteLine(line);
    }

    Console.WriteLine(settings.Allowed.Origins.Count == 0
        ? "許可されたサイトがないので、すべて断ります。--allow で指定してください (every request is refused: name sites by --allow)"
        : $"許可されたサイト (allowed sites): {string.Join(' ', settings.Allowed.Origins)}");
    Console.WriteLine("終わるには Ctrl+C (Ctrl+C ends it)");
    await host.RunToEndAsync();
    return 0;
}
catch (PcscException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 3;
}
catch (IOException)
{
    Console.Error.WriteLine($"127.0.0.1:{settings.Port} は使われています。--port で別の番号を (the port is taken; choose another by --port)");
    return 3;
}

static void StandardError(ILoggingBuilder logging) => logging
    .AddSimpleConsole(console => console.SingleLine = true)
    .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
    .SetMinimumLevel(LogLevel.Warning)
    .AddFilter("CardAgent", LogLevel.Information);
