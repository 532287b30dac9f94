using System.Net.Sockets;
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
    using ICardHolder? holder = settings.Reader is { } wanted
        ? ReaderHolder.Find(wanted, TimeProvider.System)
        : new EmulatedHolder(settings.Seed, settings.Person, TimeProvider.System);
    if (holder is null)
    {
        Console.Error.WriteLine("カードリーダーが見つかりません。つながっているのは次のとおりです (no such card reader; these are connected):");
        foreach (string name in ReaderHolder.Names())
        {
            Console.Error.WriteLine($"  {name}");
        }

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
    Console.Error.WriteLine($"{failure.Error.Japanese.What}{failure.Error.Japanese.Remedy}");
    Console.Error.WriteLine(failure.Message);
    return 3;
}
catch (Exception failure) when (failure is IOException or SocketException)
{
    Console.Error.WriteLine($"""
        127.0.0.1:{settings.Port} は使えません。ほかのプログラムが使っています。そこに開く画面はこのプログラムのものではないので、暗証番号を入れないでください。
        前に起動したカードエージェントなら終わらせます。心当たりがなければ、サイトの手続きを始めずに、何が使っているかを調べます。別の番号にするなら --port で、サイト側も同じ番号にします。
        (Another program has 127.0.0.1:{settings.Port}. A page that opens there is not this program's: enter no PIN. If it is a card agent that was started before, end it; if you do not know it,
        find out what it is before you go to a site. For another port use --port, and the same at the site.)
        """);
    return 3;
}

static void StandardError(ILoggingBuilder logging) => logging
    .AddSimpleConsole(console => console.SingleLine = true)
    .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
    .SetMinimumLevel(LogLevel.Warning)
    .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // why it does not start is told above, in words
    .AddFilter("CardAgent", LogLevel.Information);
