namespace MyNumber.Numbering.People;

// Each group: characters that stand for each other in family and place names, so that a form may have one and a certificate another. Sources: the pairs of printed and older forms
// in the table of kanji for common use (常用漢字表) and of forms allowed for given names (人名用漢字), and the variants of family names that project research notes name. The
// selection is this library's: it says where a person should look and never that two characters are one.

/// <summary>Variant kanji (異体字) as data: groups, and the compatibility ideographs that Japanese texts use, with their decomposition in the Unicode Character Database.</summary>
internal static class KanjiVariants
{
    public const string Groups =
        "高髙 崎﨑嵜碕 辺邊邉 斎齋斉齊 浜濱濵 徳德 吉𠮷 富冨 島嶋嶌 沢澤 広廣 国國 桜櫻 関關 竜龍 滝瀧 瀬瀨 柳栁 真眞 鉄鐵銕鐡 館舘 桧檜 恵惠 栄榮 円圓 塩鹽 応應 横橫 黄黃 会會 "
        + "絵繪 学學 岳嶽 亀龜 気氣 帰歸 旧舊 峡峽 尭堯 暁曉 勲勳 薫薰 渓溪 経經 鶏鷄 芸藝 県縣 剣劍劔 検檢 顕顯 厳嚴 戸戶 効效 号號 済濟 桟棧 蚕蠶 賛贊 残殘 児兒 実實 釈釋 寿壽 "
        + "収收 従從 渋澁 粛肅 処處 叙敍 将將 奨奬 条條 状狀 乗乘 浄淨 穣穰 譲讓 醸釀 慎愼 図圖 粋粹 穂穗 静靜 摂攝 専專 浅淺 戦戰 銭錢 壮壯 荘莊 捜搜 曽曾 総總 聡聰 蔵藏 増增 寛寬 "
        + "台臺 滞滯 択擇 団團 弾彈 昼晝 鋳鑄 庁廳 聴聽 鎮鎭 転轉 伝傳 点點 稲稻 当當 灯燈 党黨 闘鬪 独獨 読讀 届屆 弐貳 麦麥 発發 髪髮 抜拔 万萬 彦彥 姫姬 瓶甁 払拂 仏佛 変變 "
        + "弁辨瓣辯 歩步 宝寶寳 萌萠 豊豐 翻飜 槙槇 毎每 満滿 黙默 弥彌 薬藥 訳譯 予豫 余餘 与與 誉譽 揺搖 様樣 謡謠 来來 頼賴 覧覽 凛凜 緑綠 塁壘 礼禮 励勵 霊靈 齢齡 歴歷 暦曆 恋戀 "
        + "炉爐 労勞 楼樓 禄祿 亘亙 湾灣 鴎鷗 淵渕渊 梅楳 峰峯 松枩柗 船舩 橋槗 郎郞 鶴靏靍 桑桒 秋穐 土圡 昇曻 兎兔菟 侠俠 倶俱 頬頰 巌巖 壷壺 掴摑 繋繫 繍繡 醤醬 蝉蟬 騨驒 箪簞 "
        + "祷禱 屏屛 并幷 焔焰 鴬鶯 麹麴 涛濤 蝋蠟 頚頸 莱萊 遥遙 瑶瑤 俣俁 籠篭 薮藪 嚢囊 野埜 蛍螢 清淸 青靑 教敎 鄕郷 隠隱 衛衞";

    // Pairs of four to five hexadecimal digits: compatibility ideograph, ideograph.
    private const string Compatibility =
        "FA10-585A FA12-6674 FA15-51DE FA16-732A FA17-76CA FA18-793C FA19-795E FA1A-7965 FA1B-798F FA1C-9756 FA1D-7CBE FA1E-7FBD FA20-8612 FA22-8AF8 FA25-9038 FA26-90FD FA2A-98EF FA2B-98FC "
        + "FA2C-9928 FA2D-9DB4 FA2E-90DE FA2F-96B7 FA30-4FAE FA31-50E7 FA32-514D FA33-52C9 FA34-52E4 FA35-5351 FA36-559D FA37-5606 FA38-5668 FA39-5840 FA3A-58A8 FA3B-5C64 FA3C-5C6E FA3D-6094 "
        + "FA3E-6168 FA3F-618E FA40-61F2 FA41-654F FA42-65E2 FA43-6691 FA44-6885 FA45-6D77 FA46-6E1A FA47-6F22 FA48-716E FA49-722B FA4A-7422 FA4B-7891 FA4C-793E FA4D-7949 FA4E-7948 FA4F-7950 "
        + "FA50-7956 FA51-795D FA52-798D FA53-798E FA54-7A40 FA55-7A81 FA56-7BC0 FA57-7DF4 FA58-7E09 FA59-7E41 FA5A-7F72 FA5B-8005 FA5C-81ED FA5D-8279 FA5E-8279 FA5F-8457 FA60-8910 FA61-8996 "
        + "FA62-8B01 FA63-8B39 FA64-8CD3 FA65-8D08 FA66-8FB6 FA67-9038 FA68-96E3 FA69-97FF FA6A-983B FA6B-6075 FA6C-242EE FA6D-8218 F929-6717 F9DC-9686";

    private static readonly Dictionary<int, int> First = ReadGroups();
    private static readonly Dictionary<int, int> Decomposed = ReadCompatibility();

    /// <summary>The first character of the group, or the character itself; a compatibility ideograph is decomposed before.</summary>
    public static FormCharacter Fold(FormCharacter character)
    {
        if (Decomposed.TryGetValue(character.Value, out int ideograph))
        {
            character = character.As(ideograph, FoldingKinds.CompatibilityIdeograph);
        }

        return First.TryGetValue(character.Value, out int first) ? character.As(first, FoldingKinds.KanjiVariant) : character;
    }

    private static Dictionary<int, int> ReadGroups()
    {
        Dictionary<int, int> first = [];
        foreach (string group in Groups.Split(' '))
        {
            int[] characters = [.. group.EnumerateRunes().Select(rune => rune.Value)];
            foreach (int character in characters.Skip(1))
            {
                first.Add(character, characters[0]);
            }
        }

        return first;
    }

    private static Dictionary<int, int> ReadCompatibility() => Compatibility.Split(' ').Select(pair => pair.Split('-')).ToDictionary(
        pair => Convert.ToInt32(pair[0], 16), pair => Convert.ToInt32(pair[1], 16));
}
