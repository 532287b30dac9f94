using CardServices;
using MyNumber.Testing;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (SampleArguments.Answer(args, SampleArguments.None(nameof(CardServices)), args.Length == 0) is { } code)
{
    return code;
}

Console.WriteLine("一枚のカードで (利用者証明用電子証明書をいろいろなサービスの鍵に) — 架空の人物とサービス、実験用の認証局、カードは模擬");

Narrator narrator = new();
await using (LabWorld world = await LabWorld.StartAsync())
using (Story story = new(world, narrator))
{
    await story.TellAsync();
}

Console.WriteLine();
Console.WriteLine(narrator.AllAsExpected ? "すべての手順が想定どおりに終わりました。" : "想定と違う手順があります。");
return narrator.AllAsExpected ? 0 : 1;
