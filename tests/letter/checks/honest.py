# ruff: noqa: E501
"""Bodies that an honest writer could give for the examples, in other words than the case's where these allow it."""

HONEST = {
    "address-change-ignored": """
The knife went to my old address although I had the address changed in time [F10, F13, E3]. On 27 September 2026 I gave the seller my complete new address [F8, F14, E1]. The seller confirmed the change the same day, and shipping followed only on 1 October [F9, F15, E2].

The tracking shows a delivery to the former address on 6 November, so the order never reached me [F10, F11, E3].
""",
    "address-seller": """
The seller sent my parcel to an address that is not the one in my order [F13, F14]. My order gives house number 17 [F9, E1]. The label on the parcel reads 71, which is visible in the carrier's picture [F10, E2]. It was dropped there on 5 November and never came to me [F11, F12].

On 6 November 2026 I sent the seller this picture and requested my money back [F15]. On 9 November 2026 the seller replied that I should ask at the other house [F16, E3].
""",
    "colour-and-incomplete": """
I received one brown panel instead of two grey ones [F9, F12, F13, E1]. My order was for grey curtains with two panels [F8, E2]. Even the sticker on the bag says "brown, 1 pc", so both the colour and the quantity are wrong [F10].
""",
    "cracked-mug": """
One of the two mugs was already damaged when it reached me [F8, F12, E1]. It has a crack that runs down from the rim, and a chip of the rim has broken off [F8, E2]. The second mug is intact [F9]. Only one sheet of paper lay between them, with no further padding [F10].
""",
    "customs-held": """
My parcel has been stuck at customs since 19 October and was never delivered [F8, F10, F12, E1]. Customs have sent me no letter and no bill, and have not asked me for any payment [F9, F13].

On 4 November 2026 I asked the seller whether the shipping papers were complete [F14]. On 7 November 2026 the seller answered that customs is outside their control [F15, E2].
""",
    "customs-tax-paid": """
I paid the tax that customs demanded, yet the parcel is still being held [F9, F10, F14, E3]. The demand for 58.40 BRL is dated 21 October [F8, E1]. I settled it on 22 October, and the receipt is enclosed [F9, E2]. I still do not have the eyepiece [F10, F11].
""",
    "customs-vat-paid": """
I was made to pay VAT twice for the same parcel [F8, F12]. VAT was already included in the amount I paid at checkout, as the order page lists [F7, E1]. On 10 November customs nevertheless demanded 8.00 EUR VAT [F8, E2]. I paid this on 11 November to get the parcel released [F9, F13, E3].
""",
    "customs-vat-refused": """
The courier demanded VAT a second time, so I did not accept the parcel [F8, F9, F13, E3]. The total that I paid at checkout already contained the VAT [F7, E1]. On 9 November another 7.10 EUR was asked for the same goods [F8, E2].
""",
    "damaged-no-proof": """
The lampshade arrived broken [F7, F11]. When I opened the box on 13 November it lay in four pieces [F7]. There was neither foam nor any corner protection in the box [F8]. I threw the pieces into the glass bin before thinking of a picture, so I cannot provide any [F9].
""",
    "defect-after-protection": """
The headphones are not what the description promised [F7, F11, E2]. The ear cushions should be stitched, but the right one is only glued and fell off on 28 October [F7, F8, E1]. The left side stays silent with all three players that I tried [F9].

I told the seller on 29 October 2026 and asked for a refund [F13]. I sent a reminder on 6 November 2026 and have not been answered since [F14, F15, E3].
""",
    "delivered-no-solution": """
The parcel is marked as delivered, but it was handed to someone else [F8, F12, F13, E1]. The carrier's record bears a signature that is not mine, with an unknown name [F9, E2]. Neither my neighbours nor the carrier's depot have it [F10].

On 11 November 2026 I told the seller that another person had received it and asked for help [F15]. On 13 November 2026 the seller only referred to the delivered status and closed the matter [F14, F16, E3].
""",
    "delivered-not-received": """
The tracking page claims a delivery on 18 November, but I never got the belt [F8, F12, E1]. Nobody handed me anything and no card was left in my letter box [F9]. The neighbours on either side did not accept it [F10]. The post office told me that the courier recorded several parcels as delivered at the same time [F11, F14].
""",
    "different-item": """
Instead of the keyboard I received a pink phone case [F9, F10, F13, E1]. The parcel carried my name and contained nothing else [F10, E2]. According to its label it weighs 90 g, while the listing states 780 g for the keyboard [F11, E3].

On 15 November 2026 I sent the seller a photo and asked about the keyboard [F14]. On 17 November 2026 the seller wrote: “You can keep the gift and we give 3 USD.” [F15, E4].
""",
    "dislike": """
The blanket does not suit me, although it is the one in the listing [F7, F11, E2]. On the skin its weave is rougher than the pictures made me expect [F8]. I have not used it, and it is folded in the original bag and ready to be sent back [F9, E1].
""",
    "dispute-proposal": """
The lamp does not light at all, although the description promises a tested lamp for 220 to 240 V [F7, F8, F11, E1]. I tried two wall sockets and it stayed dark on both [F8, E2]. Replacing the bulb with a new one of the listed type made no difference [F9].

On 3 November 2026 I asked the seller for a refund, and on 5 November 2026 a bulb was offered [F12, F13, E3].
""",
    "dispute-refused": """
I ordered a grey hoodie and a green one was in the parcel [F7, F8, F12, E1]. The chosen option is named grey and its picture is light grey [F7, E2]. The seller puts the difference down to lighting [F9, E3]. I took my photo in daylight, next to the parcel label [F10, E1].
""",
    "expired-food": """
The tea powder was past its date before it got to me [F11]. The best-before date stamped on each tin is 30 September 2026 [F8, E1]. The delivery took place on 9 November 2026 [F7, E2]. Both tins remain unopened [F9].
""",
    "incomplete-order": """
Two pieces of the chess set are missing [F9, F12, E1]. The listing promises 32 pieces [E2]. I counted only 30 after laying them out in rows [F8]. A black pawn and a white rook were not included, although the bag was still sealed and the box is otherwise empty [F9, F10].

I wrote to the seller on 4 November 2026 and once more on 10 November 2026, and no reply has come [F13, F14, F15, E3].
""",
    "moving-ending": """
My parcel has not arrived and is still in transit [F9, F13]. According to the latest tracking entry, of 17 November, it had left the transit country [F10, E1]. The purchase protection expires on 27 November 2026, as the order page shows [F8, F11, E2].
""",
    "moving-ending-ignored": """
The yoga mat was due by 1 November and has still not come [F9, F10]. Tracking shows it between two hubs, and nothing was added after 12 November [F11, E1]. My protection runs out on 25 November [F12, E2].

I asked the seller for an extension on 6 November 2026 and repeated this on 14 November 2026 [F17, F18, E3]. I have received no response [F15, F20].
""",
    "poor-quality": """
The bottle is not made of the steel that the listing names [F8, F9, F11, E2]. A magnet sticks to its side, as my photo shows [F9, E1]. Rust has appeared around the inner rim, although I only ever filled it with plain water [F10].

On 2 November 2026 I asked the seller which steel was used [F13]. The seller's reply of 5 November 2026 was merely that every bottle is tested before leaving the factory [F14, E3].
""",
    "returned-missed-courier": """
The parcel is on its way back to the sender, so I do not have the laptop stand [F11, F13, E2]. I was out when the courier called on 3 November, and a card was left on my door [F9, F14, E1]. I could not get hold of the courier in time to agree on another day [F10].

On 10 November 2026 I asked the seller for part of the price once the parcel has returned [F15].
""",
    "returned-not-buyer": """
The parcel was returned to the seller through no fault of mine [F11, F12]. The tracking gives "label unreadable" as the remark of 4 November [F8, E1]. The courier never attempted a delivery at my door and left neither a card nor a message [F9].

On 6 November 2026 I asked the seller for a refund, and on 9 November 2026 I was told to place the order again and pay once more [F14, F15, E2].
""",
    "size-chart": """
The shirt is shorter than the seller's size chart says [F9, F11]. For size L the chart lists a length of 74 cm [F7, E2]. Laid flat, the shirt measures 66 cm from the collar down to the hem [F8, E1]. The label in the neck reads L, so I was sent the correct size, but it was cut too short [F9].
""",
    "stalled-ignored": """
The needles never arrived, and the parcel has not moved for weeks [F10, F14]. Since 9 October the tracking has displayed nothing but "arrived at sorting centre" [F11, E1]. When I enquired at the counter, the carrier had no further information [F12].

I asked the seller about the parcel on 3 November 2026 and was told on 5 November 2026 to wait 5 more days [F16, F17]. My message of 11 November 2026 has remained unanswered for 11 days [F18, F20, E2].
""",
    "vat-again-and-damaged": """
The clock arrived broken, and I was charged VAT a second time [F8, F9, F11, F12]. Its glass has a break right across the dial, and the box was dented at one corner when I was given the parcel [F7, F8, E1]. The courier's charge at the door was 10.40 EUR VAT [F9, E2]. According to the order page the total already included VAT [F9, E3].
""",
    "wrong-colour": """
I ordered the hoodie in navy, but the one I received is bright green [F8, F9, F12, E1, E2]. The label inside confirms size M, so the fault is in the colour alone [F10].

I told the seller on 29 October 2026 that the colour is wrong and asked for a refund [F13]. The seller's only offer, on 31 October 2026, was a coupon of 2 EUR [F14, E3].
""",
}

AGAIN = {
    "customs-tax-undecided": """
Customs is still holding my parcel, so the pedal has never reached me [F7, F9, F11, E2]. It was stopped on 12 November [F7]. The following notice, dated 13 November, makes its release depend on a payment of 11.60 USD [F8, E1]. No payment has been made, and I am still considering it [F9, F13].
""",
    "customs-vat-undecided": """
VAT is being charged on this purchase for the second time [F7, F8, F12]. It formed part of the order total from the outset [F7, E1]. A notice that reached me on 16 November nonetheless requests a further 3.47 EUR [F8, E2]. I have left this second bill unpaid, and the ukulele strings remain at customs [F9, F13].
""",
    "returned-either": """
The parcel travelled back to the seller on 9 November, so the pins are not with me [F7, F9, F10, E1]. Between 26 October and 8 November I was travelling, and nobody could accept parcels in my place [F6]. I do not know whether I missed the courier's visit or the pick-up period at the post office [F8, F11].
""",
    "returned-not-collected": """
My puzzle was sent back because I failed to pick it up in time [F8, F11, F12]. From 22 October it was waiting at my local post office [F7]. The deadline of 5 November passed without my going there [F8]. According to tracking it began its journey back to the sender on 6 November [F9, E1].
""",
    "returned-refused": """
I turned the parcel away on 7 November, as I had bought a different cushion by then [F7, F12]. The sender had it again on 19 November, as the tracking proves [F8, E1]. I never unwrapped the cushion, so it should still be in the state in which it was shipped [F9].
""",
    "stalled": """
My parcel seems to be stuck, and it has not got here by the promised date of 18 November [F10, F11]. The most recent scan took place at the sorting centre on 21 October [F8, E1]. Nothing has been registered since then [F9].
""",
    "stalled-no-solution": """
The harness is lost somewhere in transit and never reached me [F9, F12]. The parcel was last scanned on 14 October at the export hub [F10, E1]. Tracking has been frozen ever since [F11, F13].

On 8 November 2026 I asked the seller for either a replacement or my money [F15]. On 10 November 2026 the seller declined to refund me and passed me on to the carrier [F14, F16, E2].
""",
    "stalled-waiting": """
The pen was due on 14 November but has failed to turn up [F10, F12]. Its tracking breaks off at the airport on 25 October [F9, E1]. I enquired about the parcel on 19 November 2026 and am waiting to hear what the carrier tells you [F11, F15, E2]. Three days have gone by without a reply [F17].
""",
    "vat-charged-again": """
I had to pay VAT two times for one pot [F7, F8, F12]. The first payment is itemised on the order page as a part of the checkout total [F7, E1]. The second was demanded by the courier on 5 November, who only released the parcel once I had handed over 8.00 EUR [F8, E2]. Apart from that, the pot has no defect [F10].
""",
    "moving-ending-asked": """
The sewing kit is still travelling and has yet to be delivered [F8, F10]. It was last scanned at the airport in my own country on 16 November [F9, E1]. On 20 November 2026 I requested additional days of protection from you, and you have not responded yet [F12, F14, E2]. The protection lapses on 26 November 2026 [F7].
""",
    "wrong-colour": """
The wrong colour was supplied: instead of navy I got a vivid green hoodie [F8, F9, F12, E1, E2]. Everything else is in order, since the tag inside states the ordered size M [F10].

I raised this with the seller on 29 October 2026 and requested reimbursement [F13]. Two days passed, and the seller merely tendered a voucher worth 2 EUR on 31 October 2026 [F14, E3].
""",
    "size-chart": """
This shirt does not correspond to the published measurements [F7, F11]. The chart on the product page promises 74 cm for an L [F7, E2]. My tape measure shows 66 cm between collar and hem with the garment spread flat on the table [F8, E1]. A packing error is ruled out, because the neck label also reads L [F9].
""",
    "poor-quality": """
The listing advertises 304 steel, but this bottle attracts a magnet [F8, F9, E1, E2]. After holding nothing except plain water, it developed rust stains near the inner rim [F10]. That is not the quality I was promised [F11].

I reported the magnet test to the seller on 2 November 2026 and wanted to know the type of steel [F13]. On 5 November 2026 I was merely assured that all bottles are factory tested [F14, E3].
""",
    "different-item": """
The wrong article was delivered: a pink phone case rather than a keyboard [F9, F10, F13, E1]. Nothing else was inside the parcel addressed to me [F10, E2]. The shipping label mentions 90 g, far below the 780 g listed for the keyboard [F11, E3].
""",
    "cracked-mug": """
One mug of the pair did not survive the transport [F8, F12, E1]. A crack extends from its rim downwards and a small chunk has chipped off [F8, E2]. Its counterpart is undamaged [F9]. A lone paper sheet separated the mugs, and no cushioning material was used [F10].
""",
    "moving-ending-ignored": """
I am still without my yoga mat, which should have been here by 1 November [F9, F10]. Its journey seems to have paused between two hubs: the most recent update is from 12 November [F11, E1]. I will lose my protection on 25 November [F12, E2]. My extension requests of 6 November 2026 and 14 November 2026 were both left unanswered [F15, F17, F18, E3].
""",
}
"""A second body, for other examples and for some of the same, in freer words."""
