using BankPortal;
using Microsoft.Extensions.Options;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (PortalSettings.AsksForHelp(args))
{
    Console.WriteLine(PortalSettings.Usage);
    return 0;
}

if (PortalSettings.Read(args, out string fault) is not { } settings)
{
    Console.Error.WriteLine(fault);
    Console.Error.WriteLine(PortalSettings.Usage);
    return 2;
}

await using WebApplication portal = PortalHost.Build(settings);
try
{
    await portal.StartAsync();
}
catch (IOException)
{
    Console.Error.WriteLine("その番号は使われています。--port で別の番号を (the port is taken; choose another by --port)");
    return 3;
}
catch (Exception refusal) when (refusal is InvalidOperationException or OptionsValidationException)
{
    Console.Error.WriteLine(refusal.Message); // such as an emulated environment on a Production host
    return 2;
}

Console.WriteLine(settings.Origin);
Console.WriteLine("見本銀行です。架空の銀行、架空の人、実験用の認証局 (an invented bank, invented people, a lab's authority)");
Console.WriteLine($"カードエージェントは {settings.Agent} で、{settings.Origin} を許可して動かしてください (run the card agent there, with this site allowed)");
Console.WriteLine("終わるには Ctrl+C (Ctrl+C ends it)");
await portal.WaitForShutdownAsync();
return 0;
