using CardCounter;
using MyNumber.Testing;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (SampleArguments.Answer(args, SampleArguments.None(nameof(CardCounter)), args.Length == 0) is { } code)
{
    return code;
}

Console.WriteLine("市区町村の窓口 (個人番号カードの一生) — 架空の人物と市、実験用の認証局、カードは模擬。暗証番号も見本");

Narrator narrator = new();
await using (LabWorld world = await LabWorld.StartAsync(new LabWorldOptions { Start = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero) }))
using (Town town = new(world))
{
    await new Story(town, narrator).TellAsync();
}

Console.WriteLine();
Console.WriteLine(narrator.AllAsExpected ? "すべての手順が想定どおりに終わりました。" : "想定と違う手順があります。");
return narrator.AllAsExpected ? 0 : 1;
