using CityNumbering;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (SampleOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(SampleOptions.Usage);
    return 2;
}

Console.WriteLine("市の付番 (numbering a city) — 架空の市と人物。J-LIS の実際の変換は非公開で、ここの番号は誰のものでもない");

Narrator narrator = new();
using (World world = new(options))
using (OutputFolder folder = new(options.Keep))
{
    await new Story(world, narrator, folder, options.English).TellAsync();
    Console.WriteLine($"{Environment.NewLine}{folder.Ending}");
}

Console.WriteLine(narrator.AllAsExpected ? "すべての手順と証明が想定どおりに終わりました。" : "想定と違う手順か証明があります。");
return narrator.AllAsExpected ? 0 : 1;
