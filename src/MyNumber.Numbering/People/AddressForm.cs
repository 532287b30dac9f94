namespace MyNumber.Numbering.People;

/// <summary>The forms of an address (住所の表記): numbers in kanji and words between numbers become digits and hyphens, 大字 and small kana of place names fold.</summary>
internal static class AddressForm
{
    private const string Numerals = "〇一二三四五六七八九";
    private const int LongestNumeral = 6;

    private static readonly string[] _prefectures =
    [
        "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県",
        "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県",
        "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
    ];

    public static void Fold(List<FormCharacter> text)
    {
        FoldNumerals(text);
        FoldWords(text);
        FoldPlaceNames(text);
    }

    /// <summary>Takes a prefecture's name away from the beginning.</summary>
    public static bool TryRemovePrefecture(List<FormCharacter> text)
    {
        string? name = _prefectures.FirstOrDefault(each => Stands(text, 1, each));
        for (int i = 0; i < (name?.Length ?? 0); i++)
        {
            TextForm.RemoveAt(text, 1, FoldingKinds.Prefecture);
        }

        return name is not null;
    }

    private static void FoldNumerals(List<FormCharacter> text)
    {
        for (int start = 1; start < text.Count; start++)
        {
            int end = start;
            while (end < text.Count && end - start <= LongestNumeral && IsNumeral(text[end].Value))
            {
                end++;
            }

            if (end > start && end - start <= LongestNumeral && IsNumbered(text, start, end) && TryRead(text, start, end, out int number))
            {
                string digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                int index = text[start].Index;
                text.RemoveRange(start, end - start);
                text.InsertRange(start, digits.Select(digit => new FormCharacter(digit, index, FoldingKinds.Numeral)));
                end = start + digits.Length;
            }

            start = Math.Max(start, end - 1);
        }
    }

    // A numeral is a number where a word for a number follows, or a hyphen stands beside it.
    private static bool IsNumbered(List<FormCharacter> text, int start, int end) =>
        Stands(text, end, "丁目") || Stands(text, end, "番") || Stands(text, end, "号") || Stands(text, end, "条") || Stands(text, end, "-")
        || text[start - 1].Value == '-' || ((text[start - 1].Value is 'ノ' or '番' or '地') && start > 1 && end == text.Count);

    private static bool TryRead(List<FormCharacter> text, int start, int end, out int number)
    {
        number = 0;
        int pending = -1;
        for (int i = start; i < end; i++)
        {
            int digit = Numerals.IndexOf((char)text[i].Value, StringComparison.Ordinal);
            int unit = text[i].Value switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                pending = (Math.Max(pending, 0) * 10) + digit;
            }
            else if (pending is 0 or > 9)
            {
                return false;
            }
            else
            {
                number += Math.Abs(pending) * unit;
                pending = -1;
            }
        }

        number += Math.Max(pending, 0);
        return true;
    }

    private static bool IsNumeral(int value) => value is '十' or '百' or '千' || (value <= char.MaxValue && value > 0 && Numerals.Contains((char)value, StringComparison.Ordinal));

    // After a number: a word becomes a hyphen, and a hyphen without a number after it goes.
    private static void FoldWords(List<FormCharacter> text)
    {
        for (int i = 1; i < text.Count; i++)
        {
            if (!text[i - 1].IsDigit)
            {
                continue;
            }

            int length = WordAt(text, i);
            for (int k = 1; k < length; k++)
            {
                TextForm.RemoveAt(text, i + 1, FoldingKinds.NumberWords);
            }

            if (length > 0)
            {
                text[i] = text[i].As('-', FoldingKinds.NumberWords);
            }

            FoldSeparator(text, i);
        }
    }

    private static int WordAt(List<FormCharacter> text, int at) =>
        Stands(text, at, "丁目") ? 2
        : Stands(text, at, "番地") ? 2
        : Stands(text, at, "号室") ? 2
        : Stands(text, at, "番") && !Stands(text, at, "番町") && !Stands(text, at, "番館") ? 1
        : Stands(text, at, "号") && !Stands(text, at, "号棟") && !Stands(text, at, "号館") && !Stands(text, at, "号線") ? 1
        : Stands(text, at, "ノ") && at + 1 < text.Count && text[at + 1].IsDigit ? 1
        : 0;

    private static void FoldSeparator(List<FormCharacter> text, int at)
    {
        if (text[at].Value is not ('-' or ' '))
        {
            return;
        }

        while (at + 1 < text.Count && (text[at + 1].Value is '-' or ' ' || (text[at + 1].Value == 'ノ' && at + 2 < text.Count && text[at + 2].IsDigit)))
        {
            TextForm.RemoveAt(text, at + 1, FoldingKinds.NumberWords);
        }

        bool numberFollows = at + 1 < text.Count && text[at + 1].IsDigit;
        if (numberFollows && text[at].Value == ' ')
        {
            text[at] = text[at].As('-', FoldingKinds.Space);
        }
        else if (!numberFollows)
        {
            TextForm.RemoveAt(text, at, text[at].Value == ' ' ? FoldingKinds.Space : FoldingKinds.NumberWords);
        }
    }

    private static void FoldPlaceNames(List<FormCharacter> text)
    {
        for (int i = 1; i < text.Count; i++)
        {
            if (Stands(text, i, "大字"))
            {
                TextForm.RemoveAt(text, i, FoldingKinds.Aza);
                TextForm.RemoveAt(text, i, FoldingKinds.Aza);
                i--;
            }
            else if (text[i].Value == '字' && text[i - 1].Value is ('町' or '村' or '市' or '区' or '郡'))
            {
                TextForm.RemoveAt(text, i, FoldingKinds.Aza);
                i--;
            }
            else if (i + 1 < text.Count && text[i - 1].IsKanji && text[i + 1].IsKanji)
            {
                text[i] = text[i].Value switch
                {
                    'ケ' or 'ヶ' or 'ヵ' or 'カ' or 'ガ' => text[i].As('ヶ', FoldingKinds.PlaceNameKana),
                    '之' or 'ノ' => text[i].As('ノ', FoldingKinds.PlaceNameKana),
                    'ッ' or 'ツ' => text[i].As('ツ', FoldingKinds.PlaceNameKana),
                    _ => text[i],
                };
            }
        }
    }

    private static bool Stands(List<FormCharacter> text, int at, string word)
    {
        if (at + word.Length > text.Count)
        {
            return false;
        }

        for (int i = 0; i < word.Length; i++)
        {
            if (text[at + i].Value != word[i])
            {
                return false;
            }
        }

        return true;
    }
}
