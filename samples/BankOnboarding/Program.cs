using BankOnboarding;
using MyNumber.Samples;
using MyNumber.Testing;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (SampleArguments.Answer(args, SampleArguments.None(nameof(BankOnboarding)), args.Length == 0) is { } code)
{
    return code;
}

Console.WriteLine("銀行の口座開設とログイン (公的個人認証サービス活用フロー) — 架空の人物、実験用の認証局、カードは模擬");

Narrator narrator = new();
await using (LabWorld world = await LabWorld.StartAsync())
{
    await new Story(world, narrator).TellAsync();
}

Console.WriteLine();
Console.WriteLine(narrator.AllAsExpected ? "すべての手順が想定どおりに終わりました。" : "想定と違う手順があります。");
return narrator.AllAsExpected ? 0 : 1;
